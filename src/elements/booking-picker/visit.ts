import type { Booking, Hold, Slot } from '../../services/bookings.js';
import type { Failure } from './failures.js';
import { NOTHING_CHOSEN, type Choices, type Step } from './steps.js';

/** What stands in the way. The choices are kept under all of it. */
export type Trouble =
  | { readonly kind: 'failure'; readonly failure: Failure; readonly retry: () => void }
  /** Someone was faster. */
  | { readonly kind: 'taken'; readonly slot: Slot; readonly alternatives: readonly Slot[] }
  /** The hold ran out; `taken` by now when it is not free. */
  | {
      readonly kind: 'expired';
      readonly slot: Slot;
      readonly isFree: boolean;
      readonly alternatives: readonly Slot[];
    }
  /** This person holds another time already. */
  | { readonly kind: 'hold-exists'; readonly hold: Hold }
  /** `reference` is '' where the server does not tell it, `booking` is there where it tells that too. */
  | { readonly kind: 'already-booked'; readonly reference: string; readonly booking?: Booking }
  /** Nobody knows whether it was booked. */
  | { readonly kind: 'unknown' };

export type TroubleOf<Kind extends Trouble['kind']> = Extract<Trouble, { kind: Kind }>;

/** What the person has chosen and reached: the one state of a picker, kept while it is moved about the page. */
export class Visit {
  step: Step = 'gate';
  choices: Choices = NOTHING_CHOSEN;
  hold: Hold | null = null;
  booking: Booking | null = null;
  /** The booking is being moved to another time. */
  isChanging = false;
  /** It has been moved. */
  isChanged = false;
  /** It was looked up, not made here. */
  isFound = false;
  /** Of the booking that is looked for, as typed. */
  reference = '';
  trouble: Trouble | undefined;
  /** What is wrong with the answer of this step, in words. */
  error = '';
  /** Which page of the list of days. */
  page = 0;
  /** The office that is chosen where this one has no times. */
  other = '';
  /** What is written to find an office by. */
  search = '';
  /** The word for what is being done, while it is: the buttons do nothing. */
  working:
    '' | 'checking' | 'holding' | 'booking' | 'settling' | 'changing' | 'cancelling' | 'finding' =
    '';

  /** Forgets everything. */
  clear(): void {
    Object.assign(this, new Visit());
  }
}
