import { readSlot } from '../../../services/booking-answers.js';
import type { Slot } from '../../../services/bookings.js';
import { isServiceError } from '../../../services/is-service-error.js';
import type { ServiceError } from '../../../services/service-error.js';
import type { ElementContext } from '../../../shared/element-context.js';
import type { Store } from '../../../shared/store.js';
import { AFTER_FOCUS_MS } from '../../../shared/timers.js';
import { createErrorEvent } from '../create-error-event.js';
import { toOperationError } from '../error-messages.js';
import type { Navigation } from '../navigation.js';
import {
  clearSlot,
  setAnswerError,
  type BookingState,
  type Operation,
  type Problem,
} from '../state.js';
import { setProblem } from '../transitions.js';
import { nearestTo } from './days.js';
import { noticeIdOf, notDone } from './error-view.js';
import { holdFromError } from './hold.js';

export interface ErrorHandlerDeps {
  readonly store: Store<BookingState>;
  readonly context: ElementContext;
  readonly navigation: Navigation;
  readonly now: () => Date;
  /** The letter's reference is asked for. */
  readonly asksLetter: () => boolean;
  /** The available times of the chosen day. */
  readonly slots: () => readonly Slot[];
  readonly handleExpiry: (isFree: boolean) => Promise<void>;
  /** Requests the times again. */
  readonly refresh: () => void;
}

/** What the person sees of an operation that failed. The selection is kept in every case. */
export const createErrorHandler =
  (deps: ErrorHandlerDeps) =>
  async (error: unknown, operation: Operation): Promise<void> => {
    const { store, context, navigation } = deps;
    const { code = 'internal', problem: details }: Partial<ServiceError> = isServiceError(error)
      ? error
      : {};
    if (!isServiceError(error)) reportError(error);
    if (code === 'hold-expired') return deps.handleExpiry(Boolean(details?.['slotFree']));
    const event = createErrorEvent(error);
    context.emit(event);
    context.announce('');
    if (code === 'letter-invalid' && deps.asksLetter() && store.state.flow === 'new') {
      if (store.state.step !== 'gate') navigation.goTo('gate');
      store.update((state) => setAnswerError(state, 'letter-invalid'));
      context.focus('#letter');
      // The field says what is wrong with the letter, and not what was asked for on a later step.
      const refused = notDone(operation.name);
      context.announce(refused && `${refused}.`, { visible: true, delay: AFTER_FOCUS_MS });
      return;
    }
    const problem = problemOf(error, operation, store.state, deps);
    store.update((state) => setProblem(state, problem));
    if (problem.kind === 'slot-taken') {
      navigation.apply(clearSlot);
      deps.refresh();
    }
    context.focus('#problem');
  };

function problemOf(
  error: unknown,
  retry: Operation,
  state: BookingState,
  { slots, now }: ErrorHandlerDeps,
): Problem {
  const { slot } = state.selection;
  const { code = 'internal', problem }: Partial<ServiceError> = isServiceError(error) ? error : {};
  const hold = holdFromError(error);
  if (hold) return { kind: 'hold-exists', hold };
  if (code === 'slot-taken' && slot) {
    const given = problem?.['alternatives'];
    const alternatives = Array.isArray(given)
      ? given.flatMap((each) => readSlot(each) ?? [])
      : nearestTo(
          slot.startsAt,
          slots().filter(({ id }) => id !== slot.id),
        );
    return { kind: 'slot-taken', slot, alternatives };
  }
  if (code === 'already-booked') {
    const reference = String(problem?.['reference'] ?? '');
    const isRefusal = retry.name === 'book';
    return { kind: 'already-booked', reference, booking: null, isRefusal };
  }
  if (code === 'unknown') return { kind: 'outcome-unknown' };

  return {
    kind: 'failure',
    error: toOperationError(error, state, now().getTime()),
    noticeId: noticeIdOf(error),
    retry,
  };
}
