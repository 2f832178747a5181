import { toSwedishDate } from '../../i18n/sweden.js';
import type { Booking, Hold, Slot } from '../../services/bookings.js';
import { select, selectOffice } from './state.js';
import type { BookingState, PendingOperation, Problem } from './state.js';
import type { StepState } from './step-machine.js';

/* What the features do to the state, and what they read of it. The step changes in state.ts only. */

/** Chooses an office in the list, or in place of one without available times. */
export const changeOffice = (state: BookingState, officeId: string): BookingState =>
  selectOffice({ ...state, answerError: '', alternativeOfficeId: '', dayPage: 0 }, officeId);

export const selectAlternativeOffice = (
  state: BookingState,
  alternativeOfficeId: string,
): BookingState => ({ ...state, answerError: '', alternativeOfficeId });

/** Another day has other times; the same one keeps them. */
export const selectDay = (state: BookingState, date: string): BookingState =>
  select({ ...state, answerError: '' }, state.selection.date === date ? {} : { date, slot: null });

/** A time, which may be on another day. */
export const selectSlot = (state: BookingState, slot: Slot): BookingState =>
  select({ ...state, answerError: '' }, { date: dayOfSlot(slot), slot });

export const filterOffices = (state: BookingState, officeQuery: string): BookingState => ({
  ...state,
  officeQuery,
});

export const setDayPage = (state: BookingState, dayPage: number): BookingState => ({
  ...state,
  dayPage,
});

export const setLookupReference = (state: BookingState, lookupReference: string): BookingState => ({
  ...state,
  lookupReference,
});

export const setProblem = (state: BookingState, problem: Problem | undefined): BookingState => ({
  ...state,
  problem,
});

export const startOperation = (
  state: BookingState,
  pendingOperation: PendingOperation,
): BookingState => ({ ...state, pendingOperation, problem: undefined, answerError: '' });

/** What follows within an operation; '' ends it. */
export const setPendingOperation = (
  state: BookingState,
  pendingOperation: PendingOperation,
): BookingState =>
  state.pendingOperation === pendingOperation ? state : { ...state, pendingOperation };

export const setHold = (state: BookingState, hold: BookingState['hold']): BookingState => ({
  ...state,
  hold,
});

/** The same hold has got a later end. */
export const extendHold = (state: BookingState, hold: Hold): BookingState =>
  setHold(state, { ...hold, isExtended: true });

/** The service does not extend the hold any more. */
export const endExtensions = (state: BookingState): BookingState =>
  state.hold ? setHold(state, { ...state.hold, extensionsLeft: 0 }) : state;

/** Goes on with a hold: its time is the chosen one. */
export const resumeHold = (state: BookingState, hold: Hold): BookingState =>
  selectSlot(setHold(state, hold), hold.slot);

/** The service has booked the visit, or given it another time: a hold has become the booking. */
export const setBooked = (
  state: BookingState,
  booking: Booking,
  bookingOrigin: BookingState['bookingOrigin'],
): BookingState => ({ ...state, booking, bookingOrigin, flow: 'new', hold: null });

export const setCancelled = (state: BookingState, booking: Booking): BookingState => ({
  ...state,
  booking,
});

/** Another time for the booking: the same steps, beginning with its office. */
export const startReschedule = (state: BookingState): BookingState =>
  state.booking
    ? select(
        { ...state, flow: 'reschedule', dayPage: 0 },
        { officeId: state.booking.office.id, date: '', slot: null },
      )
    : state;

// Selectors

/** The day in Sweden on which a time begins, `YYYY-MM-DD`. */
export const dayOfSlot = ({ startsAt }: Slot): string => toSwedishDate(new Date(startsAt));

/** The times that are offered in place of one that is gone. */
export const alternativesIn = ({ problem }: BookingState): readonly Slot[] =>
  problem && 'alternatives' in problem ? problem.alternatives : [];

/** By what right a time is held or booked: the booking that gets another time, the letter, or the page's session. */
export function authorization({ flow, booking, selection }: BookingState): {
  bookingReference?: string;
  letterReference?: string;
} {
  if (flow === 'reschedule' && booking) return { bookingReference: booking.reference };
  return selection.letter ? { letterReference: selection.letter } : {};
}

/** Whether the question of the step is answered. */
export function isStepComplete({ step, selection }: StepState): boolean {
  switch (step) {
    case 'gate':
      return selection.gate !== '';
    case 'office':
      return selection.officeId !== '';
    case 'day':
      return selection.date !== '';
    case 'time':
    case 'check':
      return selection.slot !== null;
    default:
      return true;
  }
}
