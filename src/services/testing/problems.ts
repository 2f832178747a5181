import type { BookingService } from '../bookings.js';
import { ServiceError, type ServiceErrorDetails } from '../service-error.js';

export type BookingOperation = Exclude<keyof BookingService, 'now'>;

/** The status of each code, as the contract has it; 0 where no answer comes. */
const STATUS: Readonly<Record<string, number>> = {
  'already-booked': 409,
  cancelled: 409,
  closed: 503,
  csrf: 403,
  'hold-exists': 409,
  'hold-expired': 410,
  'idempotency-key': 400,
  'idempotency-mismatch': 422,
  'in-progress': 409,
  internal: 500,
  'letter-expired': 410,
  'letter-invalid': 422,
  'login-required': 401,
  malformed: 400,
  'malformed-answer': 200,
  'no-extensions': 409,
  'not-found': 404,
  range: 400,
  'rate-limited': 429,
  'slot-taken': 409,
  'too-late': 409,
  unavailable: 503,
  'unsupported-media-type': 415,
  validation: 422,
  offline: 0,
  network: 0,
  timeout: 0,
};

const READ = ['internal', 'rate-limited', 'closed', 'unavailable', 'malformed-answer'];
const UNANSWERED = ['offline', 'network', 'timeout'];
const WRITE = [
  ...['malformed', 'idempotency-key', 'login-required', 'csrf', 'in-progress'],
  ...['idempotency-mismatch', ...READ],
];
const BODY = ['unsupported-media-type', 'validation'];

/** Every error of every call: those of the contract, and what a browser sees when no answer comes. */
export const bookingErrors: Readonly<Record<BookingOperation, readonly string[]>> = {
  listOffices: [...READ, ...UNANSWERED],
  listSlots: ['range', 'not-found', ...READ, ...UNANSWERED],
  checkLetter: ['letter-invalid', 'letter-expired', ...BODY, ...WRITE, ...UNANSWERED],
  createHold: [
    ...['slot-taken', 'hold-exists', 'letter-invalid', 'letter-expired'],
    ...[...BODY, ...WRITE, ...UNANSWERED],
  ],
  extendHold: ['hold-expired', 'no-extensions', ...BODY, ...WRITE, ...UNANSWERED],
  releaseHold: [...WRITE, ...UNANSWERED],
  createBooking: [
    ...['hold-expired', 'letter-expired', 'slot-taken', 'already-booked', 'letter-invalid'],
    ...[...BODY, ...WRITE, ...UNANSWERED],
  ],
  findBooking: ['not-found', 'login-required', 'malformed', 'in-progress', ...READ, ...UNANSWERED],
  getBooking: ['not-found', 'login-required', ...READ, ...UNANSWERED],
  changeBookingSlot: [
    ...['slot-taken', 'hold-expired', 'too-late', 'cancelled', 'not-found'],
    ...[...BODY, ...WRITE, ...UNANSWERED],
  ],
  cancelBooking: ['too-late', 'not-found', ...WRITE, ...UNANSWERED],
};

/** An error as the fetch implementation throws it, with what the contract says goes with the code. */
export function bookingError(
  operation: BookingOperation,
  code: string,
  { problem, ...details }: ServiceErrorDetails = {},
): ServiceError {
  const status = details.status ?? STATUS[code] ?? 500;
  const retryAfter = code === 'rate-limited' || code === 'unavailable' ? 60 : undefined;
  const inProgress = code === 'in-progress' ? 1 : retryAfter;
  return new ServiceError(`bookings: ${operation}`, code, {
    ...{ retryAfter: inProgress, ...details, status },
    ...(status >= 400 && { problem: { title: code, status, code, ...problem } }),
  });
}
