import { officeColumns, officeOf } from './offices.js';
import { shown, storedForm } from './references.js';

/**
 * @typedef {import('../http/serve.js').Call} Call
 * @typedef {import('../database/database.js').Queries} Queries
 *
 * @typedef {object} BookingColumns
 * @property {string} reference as stored
 * @property {string} holder whose it is
 * @property {string | null} person who had the session, if anyone
 * @property {'booked' | 'cancelled' | 'past'} status as of now
 * @property {boolean} hasStarted the visit has begun
 * @property {number} sequence
 * @property {string} slotId
 * @property {string} startsAt
 * @property {string} endsAt
 *
 * @typedef {BookingColumns & import('./offices.js').OfficeColumns} StoredBooking
 */

/**
 * Bookings as they are now; a condition follows.
 */
const select = `SELECT ${officeColumns}, bookings.reference, bookings.holder, bookings.person,
    CASE WHEN bookings.status = 'booked' AND slots.ends_at <= statement_timestamp()
      THEN 'past' ELSE bookings.status END AS status,
    slots.starts_at <= statement_timestamp() AS "hasStarted",
    bookings.sequence, slots.id AS "slotId",
    instant(slots.starts_at) AS "startsAt", instant(slots.ends_at) AS "endsAt"
  FROM bookings
  JOIN slots ON slots.id = bookings.slot_id
  JOIN offices ON offices.id = slots.office_id`;

/**
 * As the contract has it. A visit may be changed until it starts.
 *
 * @param {StoredBooking} booking
 */
export const bookingOf = (booking) => ({
  reference: shown(booking.reference),
  status: booking.status,
  office: officeOf(booking),
  slot: { id: booking.slotId, startsAt: booking.startsAt, endsAt: booking.endsAt },
  sequence: booking.sequence,
  changeUntil: null,
});

/**
 * Was it made in this session? Then its reference may be told again.
 *
 * @param {StoredBooking} booking
 * @param {string | undefined} person
 */
export const wasMadeBy = (booking, person) => person !== undefined && booking.person === person;

/**
 * The reference alone is enough, but with a session the booking must be this person's or nobody's:
 * someone else's is as unknown as one that does not exist. Wrong references are counted.
 *
 * @param {Call} call
 * @param {string} reference as typed
 * @returns {Promise<StoredBooking | undefined>}
 */
export async function accessibleBooking({ queries, attempt, person }, reference) {
  const booking = await readBooking(queries, storedForm(reference));
  const isTheirs = booking && (!person || !booking.person || booking.person === person);
  if (isTheirs) return booking;
  attempt.markFailed();
  return undefined;
}

/**
 * @param {Queries} queries
 * @param {string} reference as stored
 * @returns {Promise<StoredBooking | undefined>}
 */
export async function readBooking(queries, reference) {
  /** @type {StoredBooking[]} */
  const [booking] = await queries.query(`${select} WHERE bookings.reference = $1`, [reference]);
  return booking;
}

/**
 * @param {Queries} queries
 * @param {string} person '' for who had no session
 * @param {string} key idempotency key
 * @returns {Promise<StoredBooking | undefined>}
 */
export async function bookingMadeWith(queries, person, key) {
  /** @type {StoredBooking[]} */
  const [booking] = await queries.query(
    `${select} WHERE bookings.made_by = $1 AND bookings.made_with_key = $2`,
    [person, key],
  );
  return booking;
}

/**
 * The visit that a holder has ahead.
 *
 * @param {Queries} queries
 * @param {string} holder
 * @returns {Promise<StoredBooking | undefined>}
 */
export async function bookingAhead(queries, holder) {
  /** @type {StoredBooking[]} */
  const [booking] = await queries.query(
    `${select} WHERE bookings.holder = $1 AND bookings.status = 'booked'
       AND slots.ends_at > statement_timestamp()`,
    [holder],
  );
  return booking;
}
