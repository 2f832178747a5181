import { Problem } from '../contract/problem.js';
import { bookingAhead, bookingOf, readBooking, wasMadeBy } from './stored-booking.js';
import { holdExpired, lockLiveHold, readHold, releaseAllOf, requireUnheld } from './stored-hold.js';
import { principalOf } from './principals.js';
import { invalidLetter } from './letters.js';
import { makeReference, shown } from './references.js';
import { lockSlot } from './slots.js';

/**
 * @typedef {import('../http/serve.js').Call} Call
 * @typedef {import('./letters.js').Letters} Letters
 * @typedef {{ slotId: string, holder: string, person: string | null }} Choice a time that this holder holds
 */

/** @param {Call} call @param {Letters} letters */
export async function createBooking(call, letters) {
  const { queries, key, person = '', checkedBody } = call;
  const wish = /** @type {{ holdId?: string, slotId: string, letterReference?: string }} */ (
    checkedBody()
  );
  const choice = await (wish.holdId
    ? heldChoice(call, letters, wish)
    : freeChoice(call, letters, wish));

  const reference = makeReference();
  const added = await queries.query(
    `INSERT INTO bookings (reference, slot_id, holder, person, made_by, made_with_key)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING reference`,
    [reference, choice.slotId, choice.holder, choice.person, person, key],
  );
  // The slot is locked, so only another request of this holder, for another time, can interfere.
  if (!added.length) throw new Problem(409, 'already-booked');
  await releaseAllOf(queries, choice.holder);
  const booking = await readBooking(queries, reference);
  if (!booking) throw new Error('A new booking cannot be read.');
  const location = `/api/bookings/${shown(reference)}`;
  return { status: 201, headers: { location }, body: bookingOf(booking) };
}

/**
 * @param {Call} call @param {Letters} letters
 * @param {{ holdId?: string, letterReference?: string }} wish
 * @returns {Promise<Choice>}
 */
async function heldChoice(call, letters, { holdId = '', letterReference }) {
  const { queries, attempt, person } = call;
  const letter =
    letterReference === undefined ? undefined : await letters.use(call, letterReference);
  const known = await readHold(queries, holdId);
  if (!known) throw await holdExpired(queries);
  if (letter && letter.holder !== known.holder) throw invalidLetter(attempt);
  await lockSlot(queries, known.slotId);
  await refuseSecondBooking(call, known.holder);
  const hold = await lockLiveHold(queries, holdId);
  if (!hold || hold.hasStarted) throw await holdExpired(queries, known);
  return { slotId: hold.slotId, holder: hold.holder, person: person ?? hold.person };
}

/**
 * @param {Call} call @param {Letters} letters
 * @param {{ slotId: string, letterReference?: string }} wish
 * @returns {Promise<Choice>}
 */
async function freeChoice(call, letters, { slotId, letterReference }) {
  const { queries, person = null } = call;
  const holder = await principalOf(call, letters, { letterReference });
  const slot = await lockSlot(queries, slotId);
  await refuseSecondBooking(call, holder);
  await requireUnheld(queries, slot, holder);
  return { slotId, holder, person };
}

/**
 * @param {Call} call
 * @param {string} holder
 * @throws {Problem} 409. Contains the reference only for the session that made the booking.
 */
async function refuseSecondBooking({ queries, person }, holder) {
  await queries.query(
    `UPDATE bookings SET status = 'past' FROM slots
     WHERE slots.id = slot_id AND holder = $1 AND status = 'booked'
       AND ends_at <= statement_timestamp()`,
    [holder],
  );
  const booking = await bookingAhead(queries, holder);
  if (!booking) return;
  const members = wasMadeBy(booking, person) ? { reference: shown(booking.reference) } : {};
  throw new Problem(409, 'already-booked', members);
}
