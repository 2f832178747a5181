import { msg } from '@lit/localize';
import type { Booking, BookingRequest, Slot } from '../../../services/bookings.js';
import { ServiceError } from '../../../services/service-error.js';
import { RETRY_DELAY_MS, retryLostResponse } from '../../../shared/operation-runner.js';
import { delay } from '../../../shared/timers.js';
import { LuckaBookingBookedEvent, LuckaBookingBookEvent } from '../events.js';
import type { Navigation } from '../navigation.js';
import type { PickerDeps } from '../picker-deps.js';
import type { Scheduling } from '../scheduling/scheduling.js';
import { authorization, setBooked, setPendingOperation } from '../transitions.js';
import type { Reconciliation } from './reconcile-booking.js';
import { reconcileBooking } from './reconcile-booking.js';

/** What a person does with the selection, and with the booking. */
export interface ConfirmationActions {
  readonly navigation: Navigation;
  extendHold(): void;
  /** Finds out whether the visit is booked: the same request with the same key. */
  findOutcome(): void;
  saveCalendar(): Promise<void>;
  print(): void;
  reschedule(): void;
  askToCancel(): void;
  bookAnother(): void;
}

export interface BookingActions {
  /** Continue on the review step. */
  submit(): Promise<unknown> | void;
  /** Books the time; the page was asked already. */
  book(slot: Slot): Promise<void>;
}

/** @param reschedule gives the booking the chosen time */
export function createBookingActions(
  { store, context, navigation }: PickerDeps,
  scheduling: Scheduling,
  reschedule: (slot: Slot) => Promise<unknown>,
): BookingActions {
  const { operations, hold: holdController } = scheduling;

  const onLost = (): void => {
    store.update((state) => setPendingOperation(state, 'reconcile'));
    const text = msg('The service did not respond. We are checking if your visit is booked.');
    context.announce(text, { visible: true });
  };

  const onBooked = (booking: Booking): void => {
    const { reference, office, slot } = booking;
    store.update((state) => setBooked(state, booking, 'new'));
    navigation.goTo('booked');
    const { startsAt, endsAt } = slot;
    const event = new LuckaBookingBookedEvent(reference, office.id, startsAt, endsAt);
    context.emit(event);
  };

  /** @throws {ServiceError} why nothing is booked, or `unknown` */
  const send = (request: BookingRequest, signal: AbortSignal): Promise<Reconciliation> => {
    const { keys, requiredService: service } = operations;
    return keys.withKey(`createBooking ${JSON.stringify(request)}`, async (key) => {
      const releaseKey = keys.keyOf(`release ${key}`);
      const reconcile = () =>
        reconcileBooking({
          service,
          request,
          key,
          releaseKey,
          signal,
          delay: () => delay(signal, RETRY_DELAY_MS),
          onLost,
        });
      const result = await retryLostResponse(reconcile, signal);
      // The key is needed again.
      if (result.outcome === 'unknown') throw new ServiceError('bookings', 'unknown');
      return result;
    });
  };

  const book = async (slot: Slot): Promise<void> => {
    const { hold } = store.state;
    await operations.run({ name: 'book', slot }, async (signal) => {
      const result = hold
        ? await send({ holdId: hold.holdId }, signal)
        : await holdController.withSameTime(slot, ({ id }) =>
            send({ slotId: id, ...authorization(store.state) }, signal),
          );
      signal.throwIfAborted();
      if (result.outcome === 'booked') return onBooked(result.booking);
      return holdController.handleExpiry();
    });
  };

  return {
    book,
    submit: () => {
      const { problem, selection, pendingOperation, flow } = store.state;
      const { slot } = selection;
      if (problem?.kind === 'hold-expired') return holdController.create(problem.slot);
      if (!slot || pendingOperation) return undefined;
      if (flow === 'reschedule') return reschedule(slot);
      const event = new LuckaBookingBookEvent(slot);
      return context.emit(event) ? book(slot) : undefined;
    },
  };
}
