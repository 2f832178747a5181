import { Problem } from '../contract/problem.js';
import { isFree, slotTaken } from './slots.js';

/**
 * @typedef {import('../database/database.js').Queries} Queries
 *
 * @typedef {object} StoredHold
 * @property {string} holdId
 * @property {string} slotId
 * @property {string} holder
 * @property {string | null} person of the session, if there was one
 * @property {boolean} isLive
 * @property {boolean} hasStarted the held time has begun
 * @property {string} startsAt
 * @property {string} endsAt
 * @property {string} expiresAt
 * @property {number} extensionsLeft
 */

const isLive = 'ended_at IS NULL AND expires_at > statement_timestamp()';

const select = `SELECT holds.id AS "holdId", slot_id AS "slotId", holder, person,
    ${isLive} AS "isLive", starts_at <= statement_timestamp() AS "hasStarted",
    instant(starts_at) AS "startsAt", instant(ends_at) AS "endsAt",
    instant(expires_at) AS "expiresAt", extensions_left AS "extensionsLeft"
  FROM holds JOIN slots ON slots.id = slot_id`;

/** In the format of the contract. @param {StoredHold} hold */
export const holdOf = ({ holdId, slotId, startsAt, endsAt, expiresAt, extensionsLeft }) => ({
  holdId,
  slot: { id: slotId, startsAt, endsAt },
  expiresAt,
  extensionsLeft,
});

/**
 * @param {Queries} queries
 * @param {string} id
 * @returns {Promise<StoredHold | undefined>} also one that has ended
 */
export async function readHold(queries, id) {
  /** @type {StoredHold[]} */
  const [hold] = await queries.query(`${select} WHERE holds.id = $1`, [id]);
  return hold;
}

/**
 * Locks a hold against release and extension until the transaction ends. Lock its slot first: the same
 * order everywhere prevents deadlocks.
 *
 * @param {Queries} queries a transaction
 * @param {string} id
 * @returns {Promise<StoredHold | undefined>} undefined if it is not live
 */
export async function lockLiveHold(queries, id) {
  /** @type {StoredHold[]} */
  const [hold] = await queries.query(
    `${select} WHERE holds.id = $1 AND ${isLive} FOR NO KEY UPDATE OF holds`,
    [id],
  );
  return hold;
}

/**
 * @param {Queries} queries
 * @param {string} holder
 * @returns {Promise<StoredHold | undefined>}
 */
export async function liveHoldOf(queries, holder) {
  /** @type {StoredHold[]} */
  const [hold] = await queries.query(`${select} WHERE holder = $1 AND ${isLive}`, [holder]);
  return hold;
}

/**
 * Restarts the time of a live hold that has extensions left.
 *
 * @param {Queries} queries
 * @param {string} id
 * @returns {Promise<boolean>} whether it did
 */
export async function extend(queries, id) {
  const extended = await queries.query(
    `UPDATE holds SET expires_at = statement_timestamp() + ${holdTime},
       extensions_left = extensions_left - 1
     WHERE id = $1 AND ${isLive} AND extensions_left > 0 RETURNING id`,
    [id],
  );
  return extended.length > 0;
}

/** Duration of a hold; the contract requires more than two minutes. */
export const holdTime = "interval '10 minutes'";

/** @param {Queries} queries @param {string} id */
export const release = (queries, id) =>
  queries.query(
    'UPDATE holds SET ended_at = statement_timestamp() WHERE id = $1 AND ended_at IS NULL',
    [id],
  );

/** Deletes all holds of a holder, after booking. @param {Queries} queries @param {string} holder */
export const releaseAllOf = (queries, holder) =>
  queries.query(
    'UPDATE holds SET ended_at = statement_timestamp() WHERE holder = $1 AND ended_at IS NULL',
    [holder],
  );

/**
 * Deletes expired holds that block a new one.
 *
 * @param {Queries} queries
 * @param {string} slotId
 * @param {string} holder
 */
export const endRunOut = (queries, slotId, holder) =>
  queries.query(
    `UPDATE holds SET ended_at = expires_at
     WHERE (slot_id = $1 OR holder = $2) AND ended_at IS NULL
       AND expires_at <= statement_timestamp()`,
    [slotId, holder],
  );

/**
 * Unknown, released, booked and expired holds get the same response.
 *
 * @param {Queries} queries
 * @param {StoredHold} [hold]
 */
export async function holdExpired(queries, hold) {
  const slotFree = hold ? await isFree(queries, hold.slotId) : false;
  return new Problem(410, 'hold-expired', { slotFree });
}

/**
 * Requires that the time is available, or held by this holder.
 *
 * @param {Queries} queries
 * @param {import('./slots.js').LockedSlot} slot
 * @param {string} holder
 * @throws {Problem} 409 `slot-taken`
 */
export async function requireUnheld(queries, slot, holder) {
  if (await isFree(queries, slot.id)) return;
  const own = await liveHoldOf(queries, holder);
  if (own?.slotId === slot.id && !own.hasStarted) return;
  throw await slotTaken(queries, slot);
}
