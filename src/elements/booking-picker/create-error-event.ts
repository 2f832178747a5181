import type { ServiceError } from '../../services/service-error.js';
import { LuckaBookingErrorEvent } from './events.js';

/** The event of an error of the service; another error is one of our own. */
export function createErrorEvent(error: unknown): LuckaBookingErrorEvent {
  const { code, retryable = true } = Object(error) as Partial<ServiceError>;
  return new LuckaBookingErrorEvent(typeof code === 'string' ? code : 'internal', retryable);
}
