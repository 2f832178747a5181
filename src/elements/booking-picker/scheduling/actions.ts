import type { Slot } from '../../../services/bookings.js';
import { isCalendarDate } from '../../../i18n/dates.js';
import type { ElementContext } from '../../../shared/element-context.js';
import type { Store } from '../../../shared/store.js';
import { LuckaBookingSelectEvent } from '../events.js';
import type { Navigation } from '../navigation.js';
import type { RenderEnv } from '../render-env.js';
import { setAnswerError, type AnswerError, type BookingState, type Operation } from '../state.js';
import {
  alternativesIn,
  changeOffice,
  filterOffices,
  isStepComplete,
  selectAlternativeOffice,
  selectDay,
  selectSlot,
  setDayPage,
  setProblem,
} from '../transitions.js';
import { nextStep, type Step } from '../step-machine.js';
import { loadingText } from '../step-view.js';
import type { Availability } from './availability.js';
import type { AvailableTimes } from './available-times.js';
import type { HoldController } from './hold.js';
import { foundText } from './office-search.js';
import type { Operations } from './operations.js';

/** How long a pause in typing is, in milliseconds. */
const TYPING_PAUSE_MS = 1000;

/** What a person does with offices, days and times. */
export interface SchedulingActions {
  readonly navigation: Navigation;
  filterOffices(query: string): void;
  /** @param pages 1 for later days, -1 for earlier ones */
  changePage(pages: number): void;
  /** Requests days that are later than those that are loaded. */
  searchFurther(): void;
  selectFirstAvailable(): void;
  /** Goes on with a hold of another page. */
  resumeHold(): void;
  /** Holds the chosen time in place of it. */
  replaceHold(): void;
  /** Requests offices and days again after they could not be shown. */
  reload(): void;
  /** Requests again what has failed. */
  retry(operation: Operation): void;
  /** Looks up the booking that the person already has. */
  showBooking(reference: string): void;
}

export interface SchedulingActionsDeps {
  readonly store: Store<BookingState>;
  readonly context: ElementContext;
  readonly navigation: Navigation;
  readonly operations: Operations;
  readonly availability: Availability;
  readonly hold: HoldController;
  readonly env: () => RenderEnv;
  readonly times: () => AvailableTimes;
  readonly retry: (operation: Operation) => void;
}

export function createActions(deps: SchedulingActionsDeps): SchedulingActions & {
  choose(value: string): void;
  submit(): Promise<void> | void;
  checkLetter(): Promise<void>;
} {
  const { store, context, navigation, operations, availability, hold, env, times, retry } = deps;

  /** The page may refuse a time. */
  const isAccepted = (slot: Slot): boolean => {
    const event = new LuckaBookingSelectEvent(slot);
    return context.emit(event);
  };

  /** A form in `select` has the time at once. */
  const isAcceptedNow = (slot: Slot): boolean => env().mode !== 'select' || isAccepted(slot);

  return {
    navigation,
    choose: (value) => {
      const { state } = store;
      if (state.answerError) store.update((now) => setAnswerError(now, ''));
      if (state.step === 'office') store.update((now) => changeOffice(now, value));
      else if (state.step === 'day')
        store.update((now) =>
          isCalendarDate(value) ? selectDay(now, value) : selectAlternativeOffice(now, value),
        );
      else {
        const slot = [...alternativesIn(state), ...times().slots].find(({ id }) => id === value);
        if (slot && isAcceptedNow(slot)) store.update((now) => selectSlot(now, slot));
      }
    },
    submit: () => {
      const { state } = store;
      const { step, selection, alternativeOfficeId } = state;
      const { isLoading, slots } = times();
      const isEmpty = step === 'day' ? !availability.days.length : step === 'time' && !slots.length;
      // The list says so as well. What is shown while newer times are being loaded may be chosen.
      if (isLoading && isEmpty) return context.announce(loadingText());
      const isElsewhere = isEmpty && step === 'day';
      if (isElsewhere && alternativeOfficeId) {
        store.update((now) => changeOffice(now, alternativeOfficeId));
        return navigation.goTo('day');
      }
      if (isElsewhere || !isStepComplete(state)) {
        // There is nothing to choose, and the group says so.
        if (isEmpty && step === 'time' && !alternativesIn(state).length)
          return context.focus('#step');
        const error = missingAnswer(isElsewhere ? 'office' : step);
        store.update((now) => setAnswerError(now, error));
        return context.focus('.options');
      }
      const { slot } = selection;
      if (step !== 'time' || !slot || env().mode === 'select')
        return navigation.goTo(nextStep(state, env()));
      if (isAccepted(slot)) return hold.create(slot);
    },
    checkLetter: async () => {
      const letterReference = store.state.selection.letter.trim();
      navigation.writeLetter(letterReference);
      await operations.run({ name: 'check-letter' }, async (signal) => {
        const check = await operations.send('checkLetter', [{ letterReference }], signal);
        signal.throwIfAborted();
        if (!check.alreadyBooked) return navigation.goTo(nextStep(store.state, env()));
        const { booking = null } = check;
        const reference = booking?.reference ?? '';
        store.update((now) =>
          setProblem(now, { kind: 'already-booked', reference, booking, isRefusal: false }),
        );
        context.focus('#problem');
      });
    },
    filterOffices: (query) => {
      store.update((now) => filterOffices(now, query));
      const text = query ? foundText(times().offices, query) : '';
      context.announce(text, { delay: TYPING_PAUSE_MS });
    },
    changePage: (pages) => {
      store.update((now) => setDayPage(now, now.dayPage + pages));
      context.focus('#step');
    },
    searchFurther: () => {
      availability.searchFurther();
      context.focus('#step');
    },
    selectFirstAvailable: () => {
      const [slot] = availability.days.find(({ slots }) => slots.length)?.slots ?? [];
      if (!slot || env().isDisabled || !isAcceptedNow(slot)) return;
      store.update((now) => selectSlot(setDayPage(now, 0), slot));
      navigation.goTo('time');
    },
    resumeHold: () => {
      const { problem } = store.state;
      if (problem?.kind === 'hold-exists') hold.resume(problem.hold);
    },
    replaceHold: () => {
      const { problem, selection } = store.state;
      if (problem?.kind === 'hold-exists' && selection.slot)
        void hold.replace(problem.hold, selection.slot);
    },
    reload: () => {
      availability.refresh();
      context.focus('#step');
    },
    retry,
    showBooking: (reference) => retry({ name: 'look-up', reference }),
  };
}

const missingAnswer = (step: Step): AnswerError =>
  step === 'office' || step === 'day' ? `${step}-missing` : 'time-missing';
