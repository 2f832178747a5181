import type { TemplateResult } from 'lit';
import type { Feature } from '../../../shared/lazy-feature.js';
import type { StepFeature } from '../navigation.js';
import type { PickerDeps } from '../picker-deps.js';
import type { RenderEnv } from '../render-env.js';
import type { Scheduling } from '../scheduling/scheduling.js';
import type { BookingState, Operation } from '../state.js';
import { createActions, type ManageActions } from './actions.js';
import { renderCancel } from './cancel-view.js';
import { renderLookup } from './lookup-view.js';

export type { ManageActions } from './actions.js';

/** Looking up, rescheduling and cancelling a booking. */
export interface Manage extends Feature, StepFeature {
  readonly actions: ManageActions;
  render(state: BookingState, env: RenderEnv): TemplateResult;
}

export function createManage(deps: PickerDeps, scheduling: Scheduling): Manage {
  const actions = createActions(deps, scheduling);
  return {
    styles: [],
    actions,
    submit: () => actions.submitLookup(),
    run: (operation: Operation) => {
      switch (operation.name) {
        case 'look-up':
          return actions.lookUp(operation.reference);
        case 'reschedule':
          return actions.reschedule(operation.slot);
        case 'cancel':
          return actions.cancel();
        default:
          return undefined;
      }
    },
    render: (state, env) =>
      state.step === 'cancel'
        ? renderCancel(state, env, actions)
        : renderLookup(state, env, actions),
  };
}
