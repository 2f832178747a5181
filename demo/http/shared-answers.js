/**
 * @typedef {object} Entry
 * @property {Promise<any>} answer
 * @property {number} [askedAt] undefined while it waits for the one before
 * @property {number} [revision] of what it tells
 */

/**
 * Answers that are the same for everyone and in demand at the same time. Concurrent requests for the same answer
 * share one query; it is cached for a short time, at most until this process changes its data. No write
 * may rely on a cached answer: each reads the data itself.
 */
export class SharedAnswers {
  #maxAge;
  #now;
  /** Incremented with each change. */
  #revision = 0;
  /** The newest of each question. @type {Map<string, Entry>} */
  #entries = new Map();

  /**
   * @param {number} maxAge milliseconds from the question on; 0 asks each time
   * @param {() => number} [now] a clock that is never set, in milliseconds
   */
  constructor(maxAge, now = () => performance.now()) {
    this.#maxAge = maxAge;
    this.#now = now;
  }

  /** Invalidates all answers: later requests get new ones. */
  changed() {
    this.#revision += 1;
  }

  /**
   * @template Answer
   * @param {string} question by which the same one is known
   * @param {() => Promise<Answer>} ask finds the answer
   * @returns {Promise<Answer>}
   */
  get(question, ask) {
    if (!this.#maxAge) return ask();
    const latest = this.#entries.get(question);
    if (latest && this.#isGood(latest)) return latest.answer;
    /** @type {Entry} */
    const entry = { answer: Promise.resolve() };
    const askInTurn = async () => {
      await latest?.answer.catch(() => {});
      entry.askedAt = this.#now();
      entry.revision = this.#revision;
      return ask();
    };
    entry.answer = askInTurn();
    this.#entries.set(question, entry);
    const forget = () => {
      if (this.#entries.get(question) === entry) this.#entries.delete(question);
    };
    entry.answer.then(() => setTimeout(forget, this.#maxAge).unref(), forget);
    return entry.answer;
  }

  /** What has not been asked for yet will know of all changes. @param {Entry} entry */
  #isGood({ askedAt, revision }) {
    if (askedAt === undefined) return true;
    return revision === this.#revision && this.#now() - askedAt < this.#maxAge;
  }
}
