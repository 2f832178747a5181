import { notFound, Problem } from '../contract/problem.js';
import { lockSlot } from './slots.js';
import { accessibleBooking, bookingOf, readBooking } from './stored-booking.js';
import { holdExpired, lockLiveHold, readHold, releaseAllOf, requireUnheld } from './stored-hold.js';

/**
 * @typedef {import('../http/serve.js').Call} Call
 * @typedef {import('../http/serve.js').Handler} Handler
 * @typedef {import('./stored-booking.js').StoredBooking} StoredBooking
 */

/**
 * Reschedules a visit atomically: one statement releases the old time and takes the new one.
 *
 * @type {Handler}
 */
export async function changeBookingSlot(call) {
  const { queries, checkedBody } = call;
  const booking = await lockBooking(call);
  const wish = /** @type {{ holdId?: string, slotId: string }} */ (checkedBody());
  if (booking.status === 'cancelled') throw new Problem(409, 'cancelled');
  if (booking.hasStarted) throw new Problem(409, 'too-late');
  const slotId = await (wish.holdId
    ? heldSlot(call, wish.holdId, booking)
    : unheldSlot(call, wish.slotId, booking));
  await queries.query(
    'UPDATE bookings SET slot_id = $2, sequence = sequence + 1 WHERE reference = $1',
    [booking.reference, slotId],
  );
  await releaseAllOf(queries, booking.holder);
  return { status: 200, body: bookingOf(await reread(call, booking)) };
}

/**
 * Cancelling again changes nothing.
 *
 * @type {Handler}
 */
export async function cancelBooking(call) {
  const booking = await lockBooking(call);
  if (booking.status === 'cancelled') return { status: 200, body: bookingOf(booking) };
  if (booking.hasStarted) throw new Problem(409, 'too-late');
  await call.queries.query(
    "UPDATE bookings SET status = 'cancelled', sequence = sequence + 1 WHERE reference = $1",
    [booking.reference],
  );
  return { status: 200, body: bookingOf(await reread(call, booking)) };
}

/**
 * The hold must belong to the same person, otherwise it counts as expired.
 *
 * @param {Call} call
 * @param {string} holdId
 * @param {StoredBooking} booking
 */
async function heldSlot({ queries }, holdId, booking) {
  const known = await readHold(queries, holdId);
  if (!known || known.holder !== booking.holder) throw await holdExpired(queries, known);
  await lockSlot(queries, known.slotId);
  const hold = await lockLiveHold(queries, holdId);
  if (!hold || hold.hasStarted) throw await holdExpired(queries, known);
  return hold.slotId;
}

/** @param {Call} call @param {string} slotId @param {StoredBooking} booking */
async function unheldSlot({ queries }, slotId, booking) {
  await requireUnheld(queries, await lockSlot(queries, slotId), booking.holder);
  return slotId;
}

/**
 * Locks the booking until the transaction ends, and reads it.
 *
 * @param {Call} call
 * @returns {Promise<StoredBooking>}
 */
async function lockBooking(call) {
  const found = await accessibleBooking(call, call.parameters.reference);
  if (!found) throw notFound();
  await call.queries.query('SELECT FROM bookings WHERE reference = $1 FOR UPDATE', [
    found.reference,
  ]);
  return reread(call, found);
}

/** @param {Call} call @param {StoredBooking} booking @returns {Promise<StoredBooking>} */
async function reread({ queries }, { reference }) {
  const booking = await readBooking(queries, reference);
  if (!booking) throw new Error('A booking of this transaction is gone.');
  return booking;
}
