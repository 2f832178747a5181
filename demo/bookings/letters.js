import { Problem } from '../contract/problem.js';
import { keyedHash } from '../http/secrets.js';
import { normalizeReference } from './normalize-reference.js';

/**
 * @typedef {import('../http/serve.js').Call} Call
 *
 * @typedef {object} Letter
 * @property {string} holder identifies its holds and bookings
 * @property {string | null} bookBy a day
 * @property {boolean} alreadyBooked it has a future visit
 */

/**
 * The letters that people have received. They are looked up by a keyed hash (RFC 2104), so a stolen
 * table contains no reference, and the time of a look-up does not depend on how much of the reference is right.
 */
export class Letters {
  #secret;

  /** @param {string} secret from {@link import('../http/secrets.js').readSecret} */
  constructor(secret) {
    this.#secret = secret;
  }

  /** The stored key of a letter. @param {string} reference as typed */
  lookupOf(reference) {
    return keyedHash(this.#secret, normalizeReference(reference));
  }

  /**
   * Wrong, unknown, withdrawn and used references get the same response: it reveals nothing for further
   * attempts.
   *
   * @param {Call} call
   * @param {string} reference as typed
   * @returns {Promise<Letter>}
   * @throws {Problem} 422 `letter-invalid`, 410 `letter-expired`
   */
  async use({ queries, attempt }, reference) {
    const lookup = this.lookupOf(reference);
    const holder = `letter ${lookup}`;
    /** @type {{ bookBy: string | null, isValid: boolean, isExpired: boolean, ahead: number }[]} */
    const [letter] = await queries.query(
      `SELECT iso_date(letter.book_by) AS "bookBy", letter.book_by < swedish_today() AS "isExpired",
         letter.lookup IS NOT NULL AND NOT letter.withdrawn AND visits.made = 0 AS "isValid",
         visits.ahead
       FROM (SELECT count(*) FILTER (WHERE ends_at > statement_timestamp())::int AS ahead,
               count(*) FILTER (WHERE ends_at <= statement_timestamp())::int AS made
             FROM bookings JOIN slots ON slots.id = slot_id
             WHERE holder = $2 AND status <> 'cancelled') visits
       LEFT JOIN letters letter ON letter.lookup = $1`,
      [lookup, holder],
    );
    if (!letter.isValid) throw invalidLetter(attempt);
    const alreadyBooked = letter.ahead > 0;
    // After its last day nobody can book with it; existing visits are not affected.
    if (letter.isExpired && !alreadyBooked) throw new Problem(410, 'letter-expired');
    return { holder, bookBy: letter.bookBy, alreadyBooked };
  }
}

/** @param {Call['attempt']} attempt */
export function invalidLetter(attempt) {
  attempt.markFailed();
  return new Problem(422, 'letter-invalid');
}
