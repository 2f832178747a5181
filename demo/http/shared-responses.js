/**
 * @typedef {object} Entry
 * @property {Promise<any>} response
 * @property {number} [requestedAt] undefined while it waits for the query before it
 * @property {number} [revision] of the data that it contains
 */

/**
 * Responses that are the same for everyone and are requested by many people at the same time. Concurrent requests for
 * the same response share one query; it is cached for a short time, at most until this process changes its data. No
 * write may rely on a cached response: each reads the data itself.
 */
export class SharedResponses {
  #maxAge;
  #now;
  /** Incremented with each change. */
  #revision = 0;
  /** The newest entry of each key. @type {Map<string, Entry>} */
  #entries = new Map();

  /**
   * @param {number} maxAge milliseconds from the start of the query; 0 queries each time
   * @param {() => number} [now] a monotonic clock, in milliseconds
   */
  constructor(maxAge, now = () => performance.now()) {
    this.#maxAge = maxAge;
    this.#now = now;
  }

  /** Invalidates all responses: later requests get new ones. */
  changed() {
    this.#revision += 1;
  }

  /**
   * @template Response
   * @param {string} key identifies identical requests
   * @param {() => Promise<Response>} query
   * @returns {Promise<Response>}
   */
  get(key, query) {
    if (!this.#maxAge) return query();
    const latest = this.#entries.get(key);
    if (latest && this.#isValid(latest)) return latest.response;
    /** @type {Entry} */
    const entry = { response: Promise.resolve() };
    const queryInTurn = async () => {
      await latest?.response.catch(() => {});
      entry.requestedAt = this.#now();
      entry.revision = this.#revision;
      return query();
    };
    entry.response = queryInTurn();
    this.#entries.set(key, entry);
    const remove = () => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    };
    entry.response.then(() => setTimeout(remove, this.#maxAge).unref(), remove);
    return entry.response;
  }

  /** A query that has not started yet will read all changes. @param {Entry} entry */
  #isValid({ requestedAt, revision }) {
    if (requestedAt === undefined) return true;
    return revision === this.#revision && this.#now() - requestedAt < this.#maxAge;
  }
}
