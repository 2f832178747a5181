import { loginRequired } from '../http/authorization.js';
import { accessibleBooking } from './stored-booking.js';
import { invalidLetter } from './letters.js';

/**
 * The principal of a hold or booking: the letter, the booking to be changed, or the person with the
 * session. Each may have one hold and one future booking.
 *
 * @param {import('../http/serve.js').Call} call
 * @param {import('./letters.js').Letters} letters
 * @param {{ letterReference?: string, bookingReference?: string }} authority
 * @returns {Promise<string>}
 * @throws {import('../contract/problem.js').Problem} 401, 410 or 422
 */
export async function principalOf(call, letters, { letterReference, bookingReference }) {
  if (bookingReference !== undefined) {
    const booking = await accessibleBooking(call, bookingReference);
    if (booking?.status === 'booked') return booking.holder;
    throw invalidLetter(call.attempt);
  }
  if (letterReference !== undefined) return (await letters.use(call, letterReference)).holder;
  if (call.person) return `person ${call.person}`;
  throw loginRequired();
}
