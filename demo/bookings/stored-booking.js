import { officeColumns, officeOf } from './offices.js';
import { shown, storedForm } from './references.js';

/**
 * @typedef {import('../http/serve.js').Call} Call
 * @typedef {import('../database/database.js').Queries} Queries
 *
 * @typedef {object} BookingColumns
 * @property {string} reference as stored
 * @property {string} holder the owner
 * @property {string | null} person of the session, if there was one
 * @property {'booked' | 'cancelled' | 'past'} status at present
 * @property {boolean} hasStarted the visit has begun
 * @property {number} sequence
 * @property {string} slotId
 * @property {string} startsAt
 * @property {string} endsAt
 *
 * @typedef {BookingColumns & import('./offices.js').OfficeColumns} StoredBooking
 */

/**
 * The start of a query for bookings with their present status; append a condition.
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
 * In the format of the contract. A visit can be changed until it starts.
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
 * Was it made in this session? Then a response may contain its reference again.
 *
 * @param {StoredBooking} booking
 * @param {string | undefined} person
 */
export const wasMadeBy = (booking, person) => person !== undefined && booking.person === person;

/**
 * The reference alone is enough, but with a session the booking must belong to this person or to nobody:
 * another person's booking is treated as if it did not exist. Wrong references are counted.
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
 * @param {string} person '' without a session
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
 * A holder's future visit.
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
