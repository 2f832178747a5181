import { invalidField, Problem } from '../contract/problem.js';

/**
 * @typedef {import('../database/database.js').Queries} Queries
 *
 * @typedef {object} Slot in the format of the contract
 * @property {string} id
 * @property {string} startsAt
 * @property {string} endsAt
 *
 * @typedef {Slot & { officeId: string }} LockedSlot
 */

/** The columns of a slot, for a query over `slots` or `free_slots`. */
export const slotColumns = 'id, instant(starts_at) AS "startsAt", instant(ends_at) AS "endsAt"';

/**
 * Locks the time until the transaction ends, so that concurrent transactions see its result. If code
 * forgets the lock, unique indexes still prevent double bookings.
 *
 * @param {Queries} queries a transaction
 * @param {string} id
 * @returns {Promise<LockedSlot>}
 * @throws {Problem} 422 if there is no such time
 */
export async function lockSlot(queries, id) {
  /** @type {LockedSlot[]} */
  const [slot] = await queries.query(
    `SELECT ${slotColumns}, office_id AS "officeId" FROM slots WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  if (slot) return slot;
  throw invalidField('#/slotId', 'unknown', 'There is no such time.');
}

/** Can it be held now? @param {Queries} queries @param {string} id */
export async function isFree(queries, id) {
  const found = await queries.query('SELECT FROM free_slots WHERE id = $1', [id]);
  return found.length > 0;
}

/**
 * The problem for a time that somebody else has taken or that has passed, with the nearest available times at the
 * same office.
 *
 * @param {Queries} queries
 * @param {LockedSlot} slot
 */
export async function slotTaken(queries, { officeId, startsAt }) {
  // Three before and three after, found by the index; then the nearest three of these six.
  /** @type {Slot[]} */
  const alternatives = await queries.query(
    `SELECT ${slotColumns} FROM (
       (SELECT * FROM free_slots WHERE office_id = $1 AND starts_at >= $2::timestamptz
        ORDER BY starts_at LIMIT 3)
       UNION ALL
       (SELECT * FROM free_slots WHERE office_id = $1 AND starts_at < $2::timestamptz
        ORDER BY starts_at DESC LIMIT 3)
     ) near
     ORDER BY greatest(starts_at - $2::timestamptz, $2::timestamptz - starts_at), starts_at
     LIMIT 3`,
    [officeId, startsAt],
  );
  return new Problem(409, 'slot-taken', { alternatives });
}
