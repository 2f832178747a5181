import pg from 'pg';

/**
 * Queries whether a server is of this kind (libpq uses the same). With a pooler in between, the parameters
 * reported at the start of a connection are not sufficient.
 *
 * @type {Readonly<Record<import('./database-url.js').Need, string>>}
 */
const isFit = {
  any: '',
  primary: 'SELECT NOT pg_is_in_recovery() AS "isFit"',
  'read-write': `SELECT NOT pg_is_in_recovery()
    AND NOT current_setting('transaction_read_only')::boolean AS "isFit"`,
};

/** How long a single server has to accept a connection, in milliseconds. */
const singleServerTimeout = 10_000;

/**
 * Chooses among several servers: the last usable one until it fails, then the next ones in turn. A promoted
 * server is found with the next request, without a monitor.
 */
export class Servers {
  /** The pool creates its connections with it. */
  Client;
  #addresses;
  #isFit;
  #connectTimeout;
  /** Index of the usable server. */
  #current = 0;
  /** Incremented with each failed server: older connections are not used again. */
  #generation = 0;
  /** Errors after which the next server is tried. @type {WeakSet<Error>} */
  #serverErrors = new WeakSet();

  /**
   * @param {import('./database-url.js').ServerList} list
   * @param {number} connectTimeout milliseconds that each of several servers has to accept a connection
   */
  constructor({ addresses, needs }, connectTimeout) {
    this.#addresses = addresses;
    this.#isFit = isFit[needs];
    this.#connectTimeout = addresses.length > 1 ? connectTimeout : singleServerTimeout;
    this.Client = clientOf(this);
  }

  /** Identifies the current server for a new connection. */
  next() {
    return {
      address: this.#addresses[this.#current],
      generation: this.#generation,
      connectTimeout: this.#connectTimeout,
    };
  }

  /**
   * One of the pool's connections, to a usable server. If the pool is full, no other server
   * is tried.
   *
   * @param {pg.Pool} pool
   * @returns {Promise<pg.PoolClient>}
   */
  async connect(pool) {
    for (let tries = 1; ;) {
      try {
        const client = await pool.connect();
        if (originOf(client).generation === this.#generation) return client;
        client.release(true);
      } catch (error) {
        const isServerError = error instanceof Error && this.#serverErrors.has(error);
        if (!isServerError || tries === this.#addresses.length) throw error;
        tries += 1;
      }
    }
  }

  /**
   * Rejects a new connection whose server is not of the required kind.
   *
   * @param {pg.ClientBase} client
   */
  async require(client) {
    if (!this.#isFit) return;
    /** @type {pg.QueryConfig & { query_timeout: number }} */
    const question = { text: this.#isFit, query_timeout: this.#connectTimeout };
    try {
      const { rows } = await client.query(question);
      if (!rows[0].isFit) throw new Error('The server does not take writes.');
    } catch (error) {
      throw this.switchFrom(originOf(client), error);
    }
  }

  /**
   * @param {{ address: string }} origin of a connection
   * @param {unknown} error the reason why it cannot be used
   * @returns {unknown} the error
   */
  switchFrom({ address }, error) {
    if (error instanceof Error) this.#serverErrors.add(error);
    // Several connections may fail at the same time: only the first switches to the next server.
    if (address === this.#addresses[this.#current]) {
      this.#current = (this.#current + 1) % this.#addresses.length;
    }
    return error;
  }

  /**
   * The server of a connection failed. Older connections are closed, otherwise a request on each of them would
   * wait until its timeout.
   *
   * @param {pg.ClientBase} client
   */
  markFailed(client) {
    if (originOf(client).generation === this.#generation) this.#generation += 1;
  }
}

/** @typedef {ReturnType<Servers['next']>} Origin */

/** @type {WeakMap<pg.ClientBase, Origin>} */
const origins = new WeakMap();

/** @param {pg.ClientBase} client @returns {Origin} */
function originOf(client) {
  const origin = origins.get(client);
  if (!origin) throw new Error('This connection is not of the pool.');
  return origin;
}

/** @param {Servers} servers */
const clientOf = (servers) =>
  class extends pg.Client {
    constructor() {
      const origin = servers.next();
      super({
        connectionString: origin.address,
        connectionTimeoutMillis: origin.connectTimeout,
        // Stops an unlimited transaction from waiting for a failed server.
        keepAlive: true,
        keepAliveInitialDelayMillis: 10_000,
      });
      origins.set(this, origin);
      // Without a listener, an error would end the process. If a connection in use breaks, the current
      // statement or the next one fails.
      this.on('error', () => {});
    }

    /** @overload @returns {Promise<pg.Client>} */
    /** @overload @param {(error: any) => void} done @returns {void} */
    /** @param {(error: unknown) => void} [done] as the pool calls it */
    connect(done) {
      if (!done) return super.connect();
      return super.connect((/** @type {unknown} */ error) =>
        done(error && servers.switchFrom(originOf(this), error)),
      );
    }
  };
