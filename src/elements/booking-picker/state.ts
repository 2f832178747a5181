import type { Booking, Hold, Slot } from '../../services/bookings.js';
import type { UserError } from '../../shared/user-error.js';
import { initialStep, type GateAnswer, type Mode, type StepSettings } from './step-machine.js';
import type { Selection, Step, StepState } from './step-machine.js';

/** A call of the service that the person has asked for, and can ask for again. */
export type Operation =
  | { readonly name: 'check-letter' }
  | { readonly name: 'hold'; readonly slot: Slot }
  | { readonly name: 'extend-hold' }
  | { readonly name: 'book'; readonly slot: Slot }
  | { readonly name: 'look-up'; readonly reference: string }
  | { readonly name: 'reschedule'; readonly slot: Slot }
  | { readonly name: 'cancel' };

/** What is in progress: an operation, or what follows from one. '' when nothing is. */
export type PendingOperation =
  | Operation['name']
  /** Whether the visit is booked, after a lost response. */
  | 'reconcile'
  /** Whether the time is still available, after the hold has ended. */
  | 'check-slot'
  | '';

/** What is wrong with the answer of the present step. The words for it are in the views. */
export type AnswerError =
  | 'answer-missing'
  | 'letter-missing'
  | 'letter-invalid'
  | 'office-missing'
  | 'day-missing'
  | 'time-missing'
  | 'reference-missing'
  | 'booking-not-found'
  | '';

/** What prevents the person from going on. The selection is kept in every case. */
export type Problem =
  | {
      readonly kind: 'failure';
      readonly error: UserError;
      /** Id of the notice that says why booking is closed; '' when the service names none. */
      readonly noticeId: string;
      readonly retry: Operation;
    }
  /** Somebody else has taken the time. */
  | { readonly kind: 'slot-taken'; readonly slot: Slot; readonly alternatives: readonly Slot[] }
  /** The hold has ended; when the time is not free either, there are alternatives. */
  | {
      readonly kind: 'hold-expired';
      readonly slot: Slot;
      readonly isFree: boolean;
      readonly alternatives: readonly Slot[];
    }
  /** This person already holds another time. */
  | { readonly kind: 'hold-exists'; readonly hold: Hold }
  /** `reference` is '' when the service does not tell it, `booking` null when it tells only that. */
  | {
      readonly kind: 'already-booked';
      readonly reference: string;
      readonly booking: Booking | null;
      /** A new booking was refused because of it; false when it was found before a time was chosen. */
      readonly isRefusal: boolean;
    }
  /** The response was lost, and the service cannot say whether the visit is booked. */
  | { readonly kind: 'outcome-unknown' };

export type ProblemOf<Kind extends Problem['kind']> = Extract<Problem, { kind: Kind }>;

/** The hold of this person. */
export interface PresentHold extends Hold {
  /** It has got a later end on this page. */
  readonly isExtended?: boolean;
}

/** What the person has chosen and reached. */
export interface BookingState extends StepState {
  readonly hold: PresentHold | null;
  readonly booking: Booking | null;
  /** How the picker came to the booking: it was made here, has got another time here, or was looked up. */
  readonly bookingOrigin: 'new' | 'rescheduled' | 'found';
  /** Reference of the booking to look up, as typed. */
  readonly lookupReference: string;
  readonly problem: Problem | undefined;
  readonly answerError: AnswerError;
  /** Which page of the list of days, from 0. */
  readonly dayPage: number;
  /** Id of the office that is chosen in place of one without available times. */
  readonly alternativeOfficeId: string;
  /** What is typed to find an office. */
  readonly officeQuery: string;
  readonly pendingOperation: PendingOperation;
}

export const initialState: BookingState = {
  step: 'gate',
  selection: { gate: '', letter: '', officeId: '', date: '', slot: null },
  flow: 'new',
  hold: null,
  booking: null,
  bookingOrigin: 'new',
  lookupReference: '',
  problem: undefined,
  answerError: '',
  dayPage: 0,
  alternativeOfficeId: '',
  officeQuery: '',
  pendingOperation: '',
};

// Transitions

export const select = (state: BookingState, selection: Partial<Selection>): BookingState => ({
  ...state,
  selection: { ...state.selection, ...selection },
});

/** Forgets everything, and starts with the office that the page has chosen. */
export const reset = (settings: StepSettings & { readonly officeId: string }): BookingState =>
  selectOffice({ ...initialState, step: initialStep(settings) }, settings.officeId);

/** Shows the first step until the person has begun; a booking that the page gave stays. */
export const setInitialStep = (state: BookingState, settings: StepSettings): BookingState => {
  const step = initialStep(settings);
  return state.booking || state.step === step ? state : { ...state, step };
};

/** Goes to a step. What failed on the review step stays on show there. */
export const enterStep = (state: BookingState, step: Step): BookingState => ({
  ...state,
  step,
  flow: step === 'booked' ? 'new' : state.flow,
  answerError: '',
  problem: step === 'check' && state.problem?.kind === 'failure' ? state.problem : undefined,
});

export const answerGate = (state: BookingState, gate: GateAnswer): BookingState =>
  select({ ...state, answerError: '' }, { gate });

export const writeLetter = (state: BookingState, letter: string): BookingState =>
  select(state, { letter });

/** Another office has other days; the same one keeps them. */
export const selectOffice = (state: BookingState, officeId: string): BookingState =>
  state.selection.officeId === officeId ? state : select(state, { officeId, date: '', slot: null });

/** Somebody else has the time: office and day stay, and another time is chosen. */
export const clearSlot = (state: BookingState): BookingState =>
  select({ ...state, step: 'time' }, { slot: null });

export const setAnswerError = (state: BookingState, answerError: AnswerError): BookingState => ({
  ...state,
  answerError,
});

/** A booking that was looked up or that the page gave. */
export const setFoundBooking = (state: BookingState, booking: Booking): BookingState => ({
  ...state,
  booking,
  bookingOrigin: 'found',
  flow: 'new',
});

/** The page gave a booking, or took it away. */
export const setPageBooking = (
  state: BookingState,
  booking: Booking | null,
  settings: StepSettings,
): BookingState =>
  booking
    ? { ...setFoundBooking(state, booking), step: stepOfBooking(booking) }
    : { ...state, booking, bookingOrigin: 'new', step: initialStep(settings) };

// Selectors

export const stepOfBooking = ({ status }: Booking): Step =>
  status === 'cancelled' ? 'cancelled' : 'booked';

/** The value in a form: the id of the chosen time (`select`), else the reference of the booking. */
export function formValue({ selection, booking }: BookingState, mode: Mode): string {
  if (mode === 'select') return selection.slot?.id ?? '';
  return booking && booking.status !== 'cancelled' ? booking.reference : '';
}

/** The value of the answer that is chosen on the present step; '' when none is. */
export function chosenAnswer({ step, selection, alternativeOfficeId }: BookingState): string {
  const { gate, officeId, date, slot } = selection;
  const answers: Partial<Record<Step, string>> = {
    gate,
    office: officeId,
    day: alternativeOfficeId || date,
  };
  return answers[step] ?? slot?.id ?? '';
}
