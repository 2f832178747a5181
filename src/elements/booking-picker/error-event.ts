import { ServiceError } from '../../services/service-error.js';
import { LuckaBookingErrorEvent } from './events.js';

export function createErrorEvent(error: unknown): LuckaBookingErrorEvent {
  const { code, retryable } =
    error instanceof ServiceError ? error : new ServiceError('bookings', 'internal');
  return new LuckaBookingErrorEvent(code, retryable);
}
