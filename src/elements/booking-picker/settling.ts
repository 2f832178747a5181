import type { Booking, BookingRequest, BookingService } from '../../services/bookings.js';
import { ServiceError } from '../../services/service-error.js';
import { isOutcomeUnknown } from '../../shared/operation-runner.js';

/** What became of a booking: made, surely not made (and its hold gone), or nobody knows. */
export type Settled =
  | { readonly outcome: 'booked'; readonly booking: Booking }
  | { readonly outcome: 'not-booked' }
  | { readonly outcome: 'unknown' };

export interface SettlingOptions {
  readonly service: BookingService;
  readonly request: BookingRequest;
  /** The booking's own key, the same each time. */
  readonly key: string;
  /** The key for giving the hold back. */
  readonly releaseKey: string;
  readonly signal: AbortSignal;
  /** Waits before the request is sent again. */
  readonly pause: () => Promise<void>;
  /** The answer was lost: it is being found out. */
  readonly onUnclear: () => void;
}

/**
 * Books, and finds out what became of it when the answer is lost, by the contract's rule: the same request with the same
 * key, then a question by that key. "Not found" is final only once the hold is given back, so that comes next, and the
 * question once more. There is never a second booking.
 *
 * @throws {ServiceError} an answer that says why nothing was booked
 */
export async function settleBooking(options: SettlingOptions): Promise<Settled> {
  const { service, request, key, signal, pause, onUnclear } = options;
  for (const isLast of [false, true]) {
    try {
      const booking = await service.createBooking(request, { idempotencyKey: key, signal });
      return { outcome: 'booked', booking };
    } catch (error) {
      signal.throwIfAborted();
      if (!isOutcomeUnknown(error)) throw error;
      onUnclear();
      if (!isLast) await pause();
      signal.throwIfAborted();
    }
  }
  return (await found(options)) ?? (await foundWithoutHold(options)) ?? { outcome: 'unknown' };
}

async function found({ service, key, signal }: SettlingOptions): Promise<Settled | undefined> {
  try {
    return { outcome: 'booked', booking: await service.findBooking(key, { signal }) };
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/** Gives the hold back, after which "not found" is the last word. */
async function foundWithoutHold(options: SettlingOptions): Promise<Settled | undefined> {
  const { service, request, key, releaseKey, signal } = options;
  if (!('holdId' in request)) return undefined;
  try {
    await service.releaseHold(request.holdId, { idempotencyKey: releaseKey, signal });
    return { outcome: 'booked', booking: await service.findBooking(key, { signal }) };
  } catch (error) {
    signal.throwIfAborted();
    const isNone = error instanceof ServiceError && error.code === 'not-found';
    return isNone ? { outcome: 'not-booked' } : undefined;
  }
}
