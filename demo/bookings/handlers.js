import { notFound } from '../contract/problem.js';
import { createBooking } from './bookings.js';
import { cancelBooking, changeBookingSlot } from './changes.js';
import { listSlots } from './days.js';
import { createHold, extendHold, releaseHold } from './holds.js';
import { listOffices } from './offices.js';
import {
  accessibleBooking,
  bookingAhead,
  bookingMadeWith,
  bookingOf,
  wasMadeBy,
} from './stored-booking.js';

/** @typedef {import('../http/serve.js').Handler} Handler */

/**
 * @param {import('./letters.js').Letters} letters
 * @returns {Readonly<Record<string, Handler>>}
 */
export const bookingHandlers = (letters) => ({
  listOffices,
  listSlots,
  checkLetter: (call) => checkLetter(call, letters),
  createHold: (call) => createHold(call, letters),
  extendHold,
  releaseHold,
  createBooking: (call) => createBooking(call, letters),
  findBooking,
  getBooking,
  changeBookingSlot,
  cancelBooking,
});

/** The operations that read and that change the available times. */
export const availabilityBy = {
  readers: new Set(['listOffices', 'listSlots']),
  writers: new Set([
    'createHold',
    'releaseHold',
    'createBooking',
    'changeBookingSlot',
    'cancelBooking',
  ]),
};

/** @param {import('../http/serve.js').Call} call @param {import('./letters.js').Letters} letters */
async function checkLetter(call, letters) {
  const { letterReference } = /** @type {{ letterReference: string }} */ (call.checkedBody());
  const { holder, bookBy, alreadyBooked } = await letters.use(call, letterReference);
  const booking = await bookingAhead(call.queries, holder);
  const isTheirs = booking && wasMadeBy(booking, call.person);
  return {
    status: 200,
    body: { bookBy, alreadyBooked, ...(isTheirs && { booking: bookingOf(booking) }) },
  };
}

/** @type {Handler} */
async function getBooking(call) {
  const booking = await accessibleBooking(call, call.parameters.reference);
  if (!booking) throw notFound();
  return { status: 200, body: bookingOf(booking) };
}

/** @type {Handler} */
async function findBooking({ queries, parameters: { idempotencyKey }, person = '' }) {
  const booking = await bookingMadeWith(queries, person, idempotencyKey);
  if (!booking) throw notFound();
  return { status: 200, body: bookingOf(booking) };
}
