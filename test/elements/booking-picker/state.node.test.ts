import { expect } from '@open-wc/testing';
import type { Booking, Hold } from '../../../src/services/bookings.js';
import {
  answerGate,
  chosenAnswer,
  clearSlot,
  enterStep,
  formValue,
  initialState,
  reset,
  selectOffice,
  setFoundBooking,
  setInitialStep,
  setPageBooking,
  writeLetter,
  type BookingState,
  type Problem,
} from '../../../src/elements/booking-picker/state.js';
import {
  alternativesIn,
  authorization,
  changeOffice,
  dayOfSlot,
  resumeHold,
  selectAlternativeOffice,
  selectDay,
  selectSlot,
  setBooked,
  setDayPage,
  setPendingOperation,
  setProblem,
  startOperation,
  startReschedule,
} from '../../../src/elements/booking-picker/transitions.js';
import type { Step, StepSettings } from '../../../src/elements/booking-picker/step-machine.js';

const settings: StepSettings = { mode: 'book', letterGate: 'ask', hasService: true };
const slotAt = (startsAt: string) => ({ id: `boden-${startsAt}`, startsAt, endsAt: startsAt });
const slot = slotAt('2027-03-25T09:00:00+01:00');
const other = slotAt('2027-03-25T23:30:00Z');
const hold: Hold = {
  holdId: 'h-1',
  slot: other,
  expiresAt: '2027-03-20T09:10:00+01:00',
  extensionsLeft: 10,
};
const booking = {
  reference: 'K7QM-4XTD-9RVC',
  status: 'booked',
  sequence: 0,
  changeUntil: null,
  slot,
  office: { id: 'boden' },
} as Booking;
const failure: Problem = {
  kind: 'failure',
  error: {
    code: 'internal',
    status: 500,
    retryable: true,
    retryAt: undefined,
    loginHref: '',
  },
  noticeId: '',
  retry: { name: 'book', slot },
};

/** Everything is chosen, on the review step. */
const chosen: BookingState = {
  ...initialState,
  step: 'check',
  selection: { gate: 'yes', letter: 'ABC-123', officeId: 'boden', date: '2027-03-25', slot },
};

const selectionOf = ({ selection }: BookingState): string =>
  [
    selection.gate,
    selection.letter,
    selection.officeId,
    selection.date,
    selection.slot?.id ?? '',
  ].join(' ');

describe('the state of a booking', () => {
  const selections: [string, (state: BookingState) => BookingState, string][] = [
    ['another office', (state) => selectOffice(state, 'malmo'), 'yes ABC-123 malmo  '],
    ['the same office', (state) => selectOffice(state, 'boden'), selectionOf(chosen)],
    ['another day', (state) => selectDay(state, '2027-03-30'), 'yes ABC-123 boden 2027-03-30 '],
    ['the same day', (state) => selectDay(state, '2027-03-25'), selectionOf(chosen)],
    [
      'a time on another day in Sweden',
      (state) => selectSlot(state, other),
      `yes ABC-123 boden 2027-03-26 ${other.id}`,
    ],
    ['a hold', (state) => resumeHold(state, hold), `yes ABC-123 boden 2027-03-26 ${other.id}`],
    ['a time that is taken', clearSlot, 'yes ABC-123 boden 2027-03-25 '],
    [
      'another answer about the letter',
      (state) => answerGate(state, 'no'),
      `no${selectionOf(chosen).slice(3)}`,
    ],
    [
      'another reference',
      (state) => writeLetter(state, 'X'),
      selectionOf(chosen).replace('ABC-123', 'X'),
    ],
  ];
  for (const [what, transition, selection] of selections)
    it(`keeps what is still right after ${what}`, () => {
      expect(selectionOf(transition(chosen))).to.equal(selection);
    });

  it('shows the first page of days of another office, and no other office in its place', () => {
    const before = selectAlternativeOffice(setDayPage(chosen, 3), 'malmo');
    const { dayPage, alternativeOfficeId } = changeOffice(before, 'malmo');
    expect([dayPage, alternativeOfficeId]).to.deep.equal([0, '']);
  });

  it('goes to the times when the chosen one is taken, and keeps the problem', () => {
    const state = clearSlot(
      setProblem(chosen, { kind: 'slot-taken', slot, alternatives: [other] }),
    );
    expect([state.step, state.problem?.kind]).to.deep.equal(['time', 'slot-taken']);
    expect(alternativesIn(state)).to.deep.equal([other]);
  });

  const problems: [Problem, Step, string | undefined][] = [
    [failure, 'check', 'failure'],
    [failure, 'time', undefined],
    [{ kind: 'outcome-unknown' }, 'check', undefined],
    [{ kind: 'hold-exists', hold }, 'check', undefined],
  ];
  for (const [problem, step, kind] of problems)
    it(`${kind ? 'still shows' : 'leaves behind'} ${problem.kind} on the step ${step}`, () => {
      expect(enterStep(setProblem(chosen, problem), step).problem?.kind).to.equal(kind);
    });

  it('shows no problem and no error while an operation is in progress', () => {
    const before: BookingState = { ...setProblem(chosen, failure), answerError: 'time-missing' };
    const { pendingOperation, problem, answerError } = startOperation(before, 'book');
    expect([pendingOperation, problem, answerError]).to.deep.equal(['book', undefined, '']);
  });

  it('is the same object when nothing changes', () => {
    expect(setPendingOperation(chosen, '')).to.equal(chosen);
    expect(selectOffice(chosen, 'boden')).to.equal(chosen);
    expect(setInitialStep(initialState, settings)).to.equal(initialState);
  });

  it('begins with the step and the office of the page, and keeps a booking that the page gave', () => {
    const passed: StepSettings = { ...settings, letterGate: 'passed' };
    expect(setInitialStep(initialState, passed).step).to.equal('office');
    const given = setPageBooking(initialState, booking, settings);
    expect(setInitialStep(given, passed).step).to.equal('booked');
    const again = reset({ ...passed, officeId: 'malmo' });
    expect([again.step, selectionOf(again)]).to.deep.equal(['office', '  malmo  ']);
  });

  const bookings: [Booking | null, Step, string][] = [
    [booking, 'booked', booking.reference],
    [{ ...booking, status: 'past' }, 'booked', booking.reference],
    [{ ...booking, status: 'cancelled' }, 'cancelled', ''],
    [null, 'gate', ''],
  ];
  for (const [given, step, value] of bookings)
    it(`shows ${step} for ${given?.status ?? 'no booking'}, with the form value "${value}"`, () => {
      const state = setPageBooking(chosen, given, settings);
      expect([state.step, formValue(state, 'book')]).to.deep.equal([step, value]);
    });

  it('has the id of the chosen time as form value where the page’s form sends it', () => {
    expect(formValue(chosen, 'select')).to.equal(slot.id);
    expect(formValue(initialState, 'select')).to.equal('');
  });

  it('makes a booking of a hold, and tells how it came to the booking', () => {
    const held = resumeHold(chosen, hold);
    const made = setBooked(setFoundBooking(held, booking), booking, 'new');
    expect([made.hold, made.bookingOrigin]).to.deep.equal([null, 'new']);
    expect(setFoundBooking(held, booking).bookingOrigin).to.equal('found');
  });

  it('reschedules at the office of the booking, from its first page of days', () => {
    const found = setFoundBooking(setDayPage(selectOffice(chosen, 'malmo'), 2), booking);
    const state = startReschedule(found);
    expect([state.flow, state.dayPage, selectionOf(state)]).to.deep.equal([
      'reschedule',
      0,
      'yes ABC-123 boden  ',
    ]);
    expect(enterStep(state, 'booked').flow).to.equal('new');
    expect(startReschedule(chosen)).to.equal(chosen);
  });

  it('holds by the letter, by the booking that is rescheduled, or by the page’s session', () => {
    expect(authorization(chosen)).to.deep.equal({ letterReference: 'ABC-123' });
    expect(authorization(writeLetter(chosen, ''))).to.deep.equal({});
    expect(authorization(startReschedule(setFoundBooking(chosen, booking)))).to.deep.equal({
      bookingReference: booking.reference,
    });
  });

  const answers: [Step, string][] = [
    ['gate', 'yes'],
    ['office', 'boden'],
    ['day', '2027-03-25'],
    ['time', slot.id],
  ];
  for (const [step, answer] of answers)
    it(`has the chosen answer of the step ${step}`, () => {
      expect(chosenAnswer({ ...chosen, step })).to.equal(answer);
    });

  it('has the other office as answer where the chosen one has no times', () => {
    const state = selectAlternativeOffice({ ...chosen, step: 'day' }, 'malmo');
    expect(chosenAnswer(state)).to.equal('malmo');
  });

  it('takes the day of a time in Sweden', () => {
    expect([slot, other].map(dayOfSlot)).to.deep.equal(['2027-03-25', '2027-03-26']);
  });
});
