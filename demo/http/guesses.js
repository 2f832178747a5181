import { Problem } from '../contract/problem.js';
import { keyedHash } from './secrets.js';

/** Seconds for which wrong guesses are counted, and for which a guesser then waits. */
const window = 60;

/**
 * Wrong guesses a window. Offices and libraries share one address, so it may err more often.
 *
 * @type {Readonly<Record<string, number>>}
 */
const limits = { letter: 15, session: 20, address: 60 };

/**
 * Keeps people from finding letters and booking references by trying. Only failures count; at the
 * limit, right and wrong get the same 429, so the answer to a guess tells nothing. The counts are
 * in the database: several processes share them.
 */
export class Guesses {
  #secret;
  #subjects;
  #wrong = false;

  /**
   * @param {string} secret so that the counts name neither addresses nor letters
   * @param {{ address: string, session: string | undefined }} who
   */
  constructor(secret, { address, session }) {
    this.#secret = secret;
    this.#subjects = [this.#subject('address', address)];
    if (session) this.#subjects.push(this.#subject('session', session));
  }

  /**
   * Call it before looking anything up.
   *
   * @param {import('../database/database.js').Queries} queries
   * @param {string} [letter] normalised
   * @throws {Problem} 429
   */
  async allow(queries, letter) {
    if (letter !== undefined) this.#subjects.push(this.#subject('letter', letter));
    /** @type {{ subject: string, count: number, wait: number }[]} */
    const counts = await queries.query(
      `SELECT subject, count, ceil(extract(epoch FROM since - clock_timestamp()) + $2)::int AS wait
       FROM wrong_guesses
       WHERE subject = ANY($1::text[]) AND since > clock_timestamp() - make_interval(secs => $2)`,
      [this.#subjects, window],
    );
    const waits = counts
      .filter(({ subject, count }) => count >= limits[subject.split(' ')[0]])
      .map(({ wait }) => Math.max(1, wait));
    if (!waits.length) return;
    throw new Problem(429, 'rate-limited', {}, { 'retry-after': String(Math.max(...waits)) });
  }

  /** What was asked for does not exist, or is someone else's. */
  wasWrong() {
    this.#wrong = true;
  }

  /**
   * Counts, after the answer is settled and outside its transaction: a refused request leaves
   * nothing else behind.
   *
   * @param {import('../database/database.js').Queries} queries
   */
  async record(queries) {
    if (!this.#wrong) return;
    const subjects = [...new Set(this.#subjects)];
    await queries.query(
      `DELETE FROM wrong_guesses
       WHERE subject = ANY($1::text[]) AND since <= clock_timestamp() - make_interval(secs => $2)`,
      [subjects, window],
    );
    await queries.query(
      `INSERT INTO wrong_guesses AS known (subject, count, since)
       SELECT subject, 1, clock_timestamp() FROM unnest($1::text[]) AS subject ORDER BY subject
       ON CONFLICT (subject) DO UPDATE SET count = known.count + 1`,
      [subjects],
    );
  }

  /** @param {'address' | 'session' | 'letter'} kind @param {string} value */
  #subject(kind, value) {
    return `${kind} ${keyedHash(this.#secret, `${kind} ${value}`)}`;
  }
}

/** @param {import('../database/database.js').Queries} queries */
export const forgetOldGuesses = (queries) =>
  queries.query("DELETE FROM wrong_guesses WHERE since < now() - interval '1 hour'");
