import type { SlotList } from '../../../services/bookings.js';
import type { Slot } from '../../../services/bookings.js';
import type { RenderEnv } from '../render-env.js';
import type { DayPage } from './days.js';
import type { OfficeChoice } from './offices.js';

/** Where and when a visit can be booked, as far as it is loaded. */
export interface AvailableTimes {
  /** All of them in the order of the language. */
  readonly offices: readonly OfficeChoice[];
  /** The service has told their next available times. */
  readonly hasTimes: boolean;
  /** The newest response about the chosen office's days. */
  readonly list: SlotList | undefined;
  readonly days: DayPage;
  /** The available times of the chosen day, and the one that this person holds. */
  readonly slots: readonly Slot[];
  /** Day up to which was searched, when there may be more later; '' when everything is loaded. */
  readonly searchedUntil: string;
  /** Last day to offer, `YYYY-MM-DD`; '' for no limit. */
  readonly to: string;
  readonly isLoading: boolean;
  /** Why the offices or the days cannot be shown. */
  readonly loadError: unknown;
}

/** What the views of offices, days and times need beside the state. */
export interface SchedulingEnv extends RenderEnv {
  readonly times: AvailableTimes;
}
