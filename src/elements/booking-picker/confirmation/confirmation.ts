import type { TemplateResult } from 'lit';
import { nothing, html } from 'lit';
import type { Slot } from '../../../services/bookings.js';
import type { Feature, LazyFeature } from '../../../shared/lazy-feature.js';
import { connectionText } from '../error-messages.js';
import type { Manage, ManageActions } from '../manage/manage.js';
import type { StepFeature } from '../navigation.js';
import type { PickerDeps } from '../picker-deps.js';
import type { RenderEnv } from '../render-env.js';
import type { Scheduling } from '../scheduling/scheduling.js';
import { reset, type BookingState, type Operation } from '../state.js';
import { createBookingActions, type ConfirmationActions } from './actions.js';
import { renderConfirmation, renderUnknownOutcome } from './confirmation-view.js';
import { renderReview } from './review-view.js';

/** The review of the selection, booking it, and the booked visit on screen, as a file and on paper. */
export interface Confirmation extends Feature, StepFeature {
  render(state: BookingState, env: RenderEnv): TemplateResult;
  saveCalendar(): Promise<void>;
}

/** @param manage loaded when the person wants to reschedule or cancel */
export function createConfirmation(
  deps: PickerDeps,
  scheduling: Scheduling,
  manage: LazyFeature<Manage>,
): Confirmation {
  const { host, store, context, navigation, env } = deps;
  const { operations, hold } = scheduling;
  const booking = createBookingActions(deps, scheduling, async (slot) =>
    (await manage.load()).actions.reschedule(slot),
  );
  const withManage = (act: (actions: ManageActions) => void) => () => {
    if (env().isDisabled) return;
    manage.load().then(
      ({ actions: loaded }) => act(loaded),
      () => context.announce(connectionText(), { visible: true }),
    );
  };
  const findOutcome = async (slot: Slot | null): Promise<void> => {
    if (slot) await booking.book(slot);
  };
  const print = async (): Promise<void> => {
    const { booking: printed } = store.state;
    if (!printed) return;
    const { printConfirmation } = await import('./exports.js');
    await printConfirmation(printed, env(), host.renderRoot);
  };
  const actions: ConfirmationActions = {
    navigation,
    extendHold: () => void hold.extend(),
    findOutcome: () => void findOutcome(store.state.selection.slot),
    saveCalendar: async () => {
      const { booking: saved } = store.state;
      if (!saved) return;
      const { downloadCalendar } = await import('./exports.js');
      await downloadCalendar(saved, env(), operations.now);
    },
    print: () => void print(),
    reschedule: withManage((loaded) => loaded.startReschedule()),
    askToCancel: withManage((loaded) => loaded.askToCancel()),
    bookAnother: () => {
      void hold.release();
      navigation.apply(() => reset(env()));
      context.announce('');
      context.focus('#step, #problem');
    },
  };
  return {
    styles: [],
    submit: () => booking.submit(),
    run: (operation: Operation) =>
      operation.name === 'book' ? booking.book(operation.slot) : undefined,
    saveCalendar: actions.saveCalendar,
    render: (state, given) => {
      const shown = {
        ...given,
        office: scheduling.selectedOffice,
        holdPhase: hold.phase,
        now: operations.now,
      };
      if (state.problem?.kind === 'outcome-unknown')
        return renderUnknownOutcome(state, shown, actions);
      if (state.step === 'check') return renderReview(state, shown, actions);
      return state.booking
        ? renderConfirmation(state, state.booking, shown, actions)
        : html`${nothing}`;
    },
  };
}
