import type { Booking, BookingRequest, BookingService } from '../../../services/bookings.js';
import { isServiceError } from '../../../services/is-service-error.js';
import { isOutcomeUnknown } from '../../../shared/operation-runner.js';

/** The outcome of a booking: made; not made, and its hold gone; or unknown. */
export type Reconciliation =
  | { readonly outcome: 'booked'; readonly booking: Booking }
  | { readonly outcome: 'not-booked' }
  | { readonly outcome: 'unknown' };

export interface ReconcileOptions {
  readonly service: BookingService;
  readonly request: BookingRequest;
  /** The booking's own key, the same each time. */
  readonly key: string;
  /** The key for giving the hold back. */
  readonly releaseKey: string;
  readonly signal: AbortSignal;
  /** Waits before the request is sent again. */
  readonly delay: () => Promise<void>;
  /** Called when a response was lost. */
  readonly onLost: () => void;
}

/**
 * Books, and finds out the outcome when the response is lost, by the contract's rule: the same request with the same key, then a
 * lookup by that key. "Not found" is final only once the hold is given back, so that comes next, and then the lookup again.
 * There is never a second booking.
 *
 * @throws {ServiceError} a response that says why nothing was booked
 */
export async function reconcileBooking(options: ReconcileOptions): Promise<Reconciliation> {
  const { service, request, key, signal, delay, onLost } = options;
  for (const isLast of [false, true]) {
    try {
      const booking = await service.createBooking(request, { idempotencyKey: key, signal });
      return { outcome: 'booked', booking };
    } catch (error) {
      signal.throwIfAborted();
      if (!isOutcomeUnknown(error)) throw error;
      onLost();
      if (!isLast) await delay();
      signal.throwIfAborted();
    }
  }
  return (await find(options)) ?? (await findWithoutHold(options)) ?? { outcome: 'unknown' };
}

async function find({
  service,
  key,
  signal,
}: ReconcileOptions): Promise<Reconciliation | undefined> {
  try {
    return { outcome: 'booked', booking: await service.findBooking(key, { signal }) };
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/** Gives the hold back, after which "not found" is final. */
async function findWithoutHold(options: ReconcileOptions): Promise<Reconciliation | undefined> {
  const { service, request, key, releaseKey, signal } = options;
  if (!('holdId' in request)) return undefined;
  try {
    await service.releaseHold(request.holdId, { idempotencyKey: releaseKey, signal });
    return { outcome: 'booked', booking: await service.findBooking(key, { signal }) };
  } catch (error) {
    signal.throwIfAborted();
    const isNone = isServiceError(error) && error.code === 'not-found';
    return isNone ? { outcome: 'not-booked' } : undefined;
  }
}
