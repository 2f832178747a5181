import { Problem } from '../contract/problem.js';
import { keyedHash } from './secrets.js';

/**
 * @typedef {import('../database/database.js').Queries} Queries
 * @typedef {import('../database/database.js').Transactions} Transactions
 */

/** Seconds for which failed attempts are counted, and for which a client over the limit waits. */
const window = 60;

/**
 * Failed attempts allowed per window. Offices and libraries share one address, so its limit is higher.
 *
 * @type {Readonly<Record<string, number>>}
 */
const limits = { letter: 15, session: 20, address: 60 };

/**
 * Prevents brute-force search for letters and booking references. A request that names one is counted
 * as failed before the look-up, and the count is taken back when it succeeds: so concurrent requests
 * are counted too. Over the limit, right and wrong references get the same 429, so the response
 * discloses nothing. The counts are in the database, shared by several processes.
 */
export class Attempt {
  #subjects;
  #isWrong = false;

  /**
   * @param {string} secret for hashing, so that the counts contain neither addresses nor letters
   * @param {object} client
   * @param {string} client.address
   * @param {string | undefined} client.session
   * @param {{ letter?: string } | undefined} reference the reference in the request, the letter
   *   normalized; undefined if there is none
   */
  constructor(secret, client, reference) {
    const values = reference ? { ...client, ...reference } : {};
    this.#subjects = Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([kind, value]) => `${kind} ${keyedHash(secret, `${kind} ${value}`)}`);
  }

  /** The reference does not exist, or belongs to another person. */
  markFailed() {
    this.#isWrong = true;
  }

  /**
   * Does the work, unless there were too many failed attempts. It uses one connection, so the number of
   * successful attempts that are counted at the same time is limited by the connections.
   *
   * @template Result
   * @param {Transactions} connection
   * @param {() => Promise<Result>} work
   * @param {() => Promise<Result | undefined>} known the stored response to the same request
   * @returns {Promise<Result>}
   * @throws {Problem} 429
   */
  async limit(connection, work, known) {
    if (!this.#subjects.length) return work();
    const waits = await this.#count(connection, 1);
    try {
      if (!waits.length) return await work();
      const answer = await known();
      if (answer) return answer;
    } finally {
      // If this fails, one attempt too many is counted for a minute.
      if (!this.#isWrong) await this.#count(connection, -1).catch(() => {});
    }
    throw new Problem(429, 'rate-limited', {}, { 'retry-after': String(Math.max(...waits)) });
  }

  /**
   * @param {Transactions} connection
   * @param {1 | -1} change
   * @returns {Promise<number[]>} seconds to wait, for each limit that is exceeded
   */
  async #count(connection, change) {
    /** @type {{ subject: string, count: number, wait: number }[]} */
    const counts = await connection.transaction(
      (queries) => addToCounts(queries, this.#subjects, change),
      'lossy',
    );
    return counts
      .filter(({ subject, count }) => count > limits[subject.split(' ')[0]])
      .map(({ wait }) => Math.max(1, wait));
  }
}

/**
 * One statement, so that counting and reading are atomic. The order prevents deadlocks.
 *
 * @param {Queries} queries
 * @param {readonly string[]} subjects
 * @param {1 | -1} change
 * @returns {Promise<{ subject: string, count: number, wait: number }[]>}
 */
const addToCounts = (queries, subjects, change) =>
  queries.query(
    `INSERT INTO wrong_guesses AS known (subject, count, since)
     SELECT subject, greatest($2::int, 0), clock_timestamp()
     FROM unnest($1::text[]) AS subject ORDER BY subject
     ON CONFLICT (subject) DO UPDATE SET (count, since) = (
       SELECT greatest($2::int + CASE WHEN is_over THEN 0 ELSE known.count END, 0),
         CASE WHEN is_over THEN excluded.since ELSE known.since END
       FROM (SELECT known.since <= excluded.since - make_interval(secs => $3) AS is_over) counted
     )
     RETURNING subject, count, ceil(extract(epoch FROM since - clock_timestamp()) + $3)::int AS wait`,
    [subjects, change, window],
  );

/** @param {Queries} queries */
export const deleteOldAttempts = (queries) =>
  queries.query("DELETE FROM wrong_guesses WHERE since < now() - interval '1 hour'");
