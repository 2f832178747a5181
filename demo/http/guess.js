import { Problem } from '../contract/problem.js';
import { keyedHash } from './secrets.js';

/**
 * @typedef {import('../database/database.js').Queries} Queries
 * @typedef {import('../database/database.js').Transactions} Transactions
 */

/** Seconds for which wrong guesses are counted, and for which a guesser then waits. */
const window = 60;

/**
 * Wrong guesses a window. Offices and libraries share one address, so it may err more often.
 *
 * @type {Readonly<Record<string, number>>}
 */
const limits = { letter: 15, session: 20, address: 60 };

/**
 * Keeps people from finding letters and booking references by trying. A request that names one is
 * counted as wrong before anything is looked up, and no more once it has proved right: so requests
 * that come at the same time are counted too. Beyond the limit, right and wrong get the same 429, so
 * the answer to a guess tells nothing. The counts are in the database: several processes share them.
 */
export class Guess {
  #subjects;
  #isWrong = false;

  /**
   * @param {string} secret so that the counts name neither addresses nor letters
   * @param {object} who
   * @param {string} who.address
   * @param {string | undefined} who.session
   * @param {{ letter?: string } | undefined} guessed what is guessed, the letter normalised;
   *   undefined when it is nothing
   */
  constructor(secret, who, guessed) {
    const values = guessed ? { ...who, ...guessed } : {};
    this.#subjects = Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([kind, value]) => `${kind} ${keyedHash(secret, `${kind} ${value}`)}`);
  }

  /** What was asked for does not exist, or is someone else's. */
  wasWrong() {
    this.#isWrong = true;
  }

  /**
   * Does the work, unless there were too many wrong guesses. All of it happens on one connection,
   * so no more right ones are counted at a time than there are connections.
   *
   * @template Result
   * @param {Transactions} connection
   * @param {() => Promise<Result>} work
   * @param {() => Promise<Result | undefined>} known what this very request was told before
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
      // Where this fails, one too many is counted for a minute.
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
 * One statement, so that nobody comes between counting and looking. The order keeps two of them from
 * waiting for each other.
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
export const forgetOldGuesses = (queries) =>
  queries.query("DELETE FROM wrong_guesses WHERE since < now() - interval '1 hour'");
