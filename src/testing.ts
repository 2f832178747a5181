import { SWEDEN } from './i18n/sweden.js';
import { toInstant } from './i18n/time-zone.js';
import { MemoryBookings, type MemoryBookingOptions } from './services/testing/memory-bookings.js';

/**
 * `lucka/testing.js`, for the tests and stories of host teams: services in the page's memory.
 *
 * @example
 * const service = memoryBookingService({ now: () => new Date('2027-03-20T09:00:00+01:00') });
 * picker.service = service.fail('createHold', 'slot-taken').lose('createBooking');
 */
export const memoryBookingService = (options: Partial<MemoryBookingOptions> = {}): MemoryBookings =>
  new MemoryBookings({ instantAt: (day, time) => toInstant(day, time, SWEDEN), ...options });

export type {
  MemoryBookingOptions,
  MemoryBookings,
  MemoryCall,
} from './services/testing/memory-bookings.js';
export { bookingError, bookingErrors, type BookingOperation } from './services/testing/problems.js';
export { ServiceError } from './services/service-error.js';
