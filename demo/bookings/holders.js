import { loginRequired } from '../http/authority.js';
import { accessibleBooking } from './stored-booking.js';
import { invalidLetter } from './letters.js';

/**
 * Whose hold or booking it will be: the letter's, the booking's that is to be changed, or the
 * person's who has the session. One hold and one booking ahead each.
 *
 * @param {import('../http/serve.js').Call} call
 * @param {import('./letters.js').Letters} letters
 * @param {{ letterReference?: string, bookingReference?: string }} authority
 * @returns {Promise<string>}
 * @throws {import('../contract/problem.js').Problem} 401, 410 or 422
 */
export async function holderOf(call, letters, { letterReference, bookingReference }) {
  if (bookingReference !== undefined) {
    const booking = await accessibleBooking(call, bookingReference);
    if (booking?.status === 'booked') return booking.holder;
    throw invalidLetter(call.guess);
  }
  if (letterReference !== undefined) return (await letters.use(call, letterReference)).holder;
  if (call.person) return `person ${call.person}`;
  throw loginRequired();
}
