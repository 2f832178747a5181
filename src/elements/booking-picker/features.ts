import { LazyFeature } from '../../shared/lazy-feature.js';
import type { Confirmation } from './confirmation/confirmation.js';
import type { Manage } from './manage/manage.js';
import type { StepFeature } from './navigation.js';
import type { PickerDeps } from './picker-deps.js';
import type { Scheduling } from './scheduling/scheduling.js';
import type { Step } from './step-machine.js';

/** The parts of the picker that are loaded when they are needed. */
export interface Features {
  readonly scheduling: LazyFeature<Scheduling>;
  readonly confirmation: LazyFeature<Confirmation>;
  readonly manage: LazyFeature<Manage>;
  /** The feature that renders a step, once it is loaded. */
  of(step: Step): Scheduling | Confirmation | Manage | undefined;
  /** Loads the feature that a step belongs to, and those that the steps after it need. */
  load(step: Step): Promise<StepFeature>;
}

export function createFeatures(deps: PickerDeps): Features {
  const { host } = deps;
  const scheduling: LazyFeature<Scheduling> = new LazyFeature(host, async () => {
    const { createScheduling } = await import('./scheduling/scheduling.js');
    return createScheduling(deps, (owner) => features[owner].load());
  });
  const confirmation: LazyFeature<Confirmation> = new LazyFeature(host, async () => {
    const { createConfirmation } = await import('./confirmation/confirmation.js');
    return createConfirmation(deps, await scheduling.load(), manage);
  });
  const manage: LazyFeature<Manage> = new LazyFeature(host, async () => {
    const { createManage } = await import('./manage/manage.js');
    return createManage(deps, await scheduling.load());
  });

  const features = { scheduling, confirmation, manage };
  return {
    ...features,
    of: (step) => features[ownerOf(step)].value,
    load: async (step) => {
      const feature = features[ownerOf(step)];
      const [loaded] = await Promise.all([feature.load(), confirmation.load()]);
      return loaded;
    },
  };
}

/** Which feature a step belongs to. */
function ownerOf(step: Step): 'scheduling' | 'confirmation' | 'manage' {
  switch (step) {
    case 'find':
    case 'cancel':
      return 'manage';
    case 'check':
    case 'booked':
    case 'cancelled':
      return 'confirmation';
    default:
      return 'scheduling';
  }
}
