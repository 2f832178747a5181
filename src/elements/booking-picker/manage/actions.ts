import type { Booking, Slot, SlotChoice } from '../../../services/bookings.js';
import { isServiceError } from '../../../services/is-service-error.js';
import { isOutcomeUnknown } from '../../../shared/operation-runner.js';
import { createErrorEvent } from '../create-error-event.js';
import { LuckaBookingCancelledEvent, LuckaBookingChangedEvent } from '../events.js';
import type { Navigation } from '../navigation.js';
import type { PickerDeps } from '../picker-deps.js';
import type { Scheduling } from '../scheduling/scheduling.js';
import { setAnswerError, setFoundBooking, stepOfBooking } from '../state.js';
import {
  setBooked,
  setCancelled,
  setLookupReference,
  setProblem,
  startReschedule,
} from '../transitions.js';
import { normalizeReference } from './normalize-reference.js';

/** What a person does with a booking that exists. Its time is never given up first. */
export interface ManageActions {
  readonly navigation: Navigation;
  writeReference(reference: string): void;
  /** Continue after the reference was written. */
  submitLookup(): Promise<unknown> | void;
  /** Shows a booking; without a reference it is asked for. @returns whether it is found */
  lookUp(reference: string): Promise<boolean>;
  /** Another time for the booking. */
  startReschedule(): void;
  /** Gives the booking the chosen time in one call: with any error the old time stands. */
  reschedule(slot: Slot): Promise<void>;
  askToCancel(): void;
  /** Cancels the booking. @returns whether the service did */
  cancel(): Promise<boolean>;
  keep(): void;
}

export function createActions(
  { store, context, navigation }: PickerDeps,
  scheduling: Scheduling,
): ManageActions {
  const { operations } = scheduling;

  /** The response was lost: the booking itself tells whether the change was made. */
  const reconcile = async (
    error: unknown,
    reference: string,
    signal: AbortSignal,
    isDone: (booking: Booking) => boolean,
  ): Promise<Booking> => {
    if (!isOutcomeUnknown(error)) throw error;
    const booking = await operations.requiredService
      .getBooking(reference, { signal })
      .catch(() => undefined);
    if (booking && isDone(booking)) return booking;
    throw error;
  };

  const lookUp = async (typed: string): Promise<boolean> => {
    const reference = normalizeReference(typed);
    store.update((state) => setLookupReference(setProblem(state, undefined), reference));
    if (!reference) {
      navigation.goTo('find');
      return false;
    }
    const isFound = await operations.run({ name: 'look-up', reference }, async (signal) => {
      try {
        const booking = await operations.requiredService.getBooking(reference, { signal });
        signal.throwIfAborted();
        store.update((state) => setFoundBooking(state, booking));
        navigation.goTo(stepOfBooking(booking));
        return true;
      } catch (error) {
        signal.throwIfAborted();
        if (!(isServiceError(error) && error.code === 'not-found')) throw error;
        if (store.state.step !== 'find') navigation.goTo('find');
        store.update((state) => setAnswerError(state, 'booking-not-found'));
        context.focus('#reference');
        const event = createErrorEvent(error);
        context.emit(event);
        return false;
      }
    });
    return isFound ?? false;
  };

  return {
    navigation,
    writeReference: (reference) => store.update((state) => setLookupReference(state, reference)),
    submitLookup: () => {
      const { lookupReference } = store.state;
      if (/^[A-Za-z0-9-]{8,40}$/.test(normalizeReference(lookupReference)))
        return lookUp(lookupReference);
      store.update((state) => setAnswerError(state, 'reference-missing'));
      return context.focus('#reference');
    },
    lookUp,
    startReschedule: () => {
      if (!store.state.booking) return;
      store.update(startReschedule);
      scheduling.refresh();
      navigation.goTo('office');
    },
    reschedule: async (slot) => {
      const { booking, hold } = store.state;
      if (!booking) return;
      const { reference } = booking;
      const choice: SlotChoice = hold ? { holdId: hold.holdId } : { slotId: slot.id };
      await operations.run({ name: 'reschedule', slot }, async (signal) => {
        const changed = await operations
          .send('changeBookingSlot', [reference, choice], signal)
          .catch((error: unknown) =>
            reconcile(
              error,
              reference,
              signal,
              (now) => now.slot.id === slot.id && now.status === 'booked',
            ),
          );
        signal.throwIfAborted();
        store.update((state) => setBooked(state, changed, 'rescheduled'));
        navigation.goTo('booked');
        const { startsAt, endsAt } = changed.slot;
        const { id } = changed.office;
        const event = new LuckaBookingChangedEvent(changed.reference, id, startsAt, endsAt);
        context.emit(event);
      });
    },
    askToCancel: () => navigation.goTo('cancel'),
    cancel: async () => {
      const { booking } = store.state;
      if (!booking) return false;
      const { reference } = booking;
      const isCancelled = await operations.run({ name: 'cancel' }, async (signal) => {
        const cancelled = await operations
          .send('cancelBooking', [reference], signal)
          .catch((error: unknown) =>
            reconcile(error, reference, signal, ({ status }) => status === 'cancelled'),
          );
        signal.throwIfAborted();
        store.update((state) => setCancelled(state, cancelled));
        navigation.goTo('cancelled');
        const event = new LuckaBookingCancelledEvent(cancelled.reference);
        context.emit(event);
        return true;
      });
      return isCancelled ?? false;
    },
    keep: () => {
      if (!store.state.pendingOperation) navigation.goTo('booked');
    },
  };
}
