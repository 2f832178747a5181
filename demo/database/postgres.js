import pg from 'pg';
import { codeOf, DatabaseUnavailable, explained, isFromServer } from './unavailable.js';

/** Transactions in each other's way: one was rolled back and may begin again. */
const again = new Set(['40001', '40P01']);

/** How often a transaction begins again before its error is let out. */
const attempts = 5;

/**
 * How long PostgreSQL's answer is waited for, in milliseconds. Its own timeouts do not help when its
 * machine is gone, nor while a pooler waits for it.
 *
 * @typedef {{ begin: number, statement: number }} Patience
 *
 * @type {Patience}
 */
const usualPatience = { begin: 5_000, statement: 35_000 };

/**
 * What each transaction begins with, in one message. Nothing is set on the connection itself: the
 * address, the role or the database may have settings of their own, and a pooler such as PgBouncer
 * may run the next transaction on another connection. Reading what others have committed is what
 * "lock, look, write" rests on.
 *
 * @type {Readonly<Record<import('./database.js').Kind, string>>}
 */
const beginnings = {
  write: begin('', { lock: '10s', statement: '30s' }),
  lossy: `${begin('', { lock: '10s', statement: '30s' })}; SET LOCAL synchronous_commit = off`,
  read: begin('READ ONLY', { lock: '10s', statement: '30s' }),
  patient: begin('', { lock: '0', statement: '0' }),
};

/** @param {string} access @param {{ lock: string, statement: string }} timeouts */
function begin(access, { lock, statement }) {
  return `BEGIN ISOLATION LEVEL READ COMMITTED ${access};
    SET LOCAL lock_timeout = '${lock}'; SET LOCAL statement_timeout = '${statement}'`;
}

/**
 * Any PostgreSQL from 15 on, directly or through a pooler that keeps a connection for a transaction.
 * Connections are kept; each waits at most ten seconds for another's lock.
 *
 * @param {string} connectionString
 * @param {Patience} [patience]
 * @returns {Promise<import('./database.js').Database>}
 */
export async function openPostgres(connectionString, patience = usualPatience) {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 10_000,
    // Ends the wait of a patient transaction whose server is gone.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  // Without listeners both events would end the process. A connection in use that breaks fails the
  // statement that waits, or the next one; one that is not in use is replaced.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', () => {});
  /** @type {import('./database.js').Connections['connection']} */
  const connection = async (work) => {
    const client = await pool.connect().catch((/** @type {unknown} */ error) => {
      // Whatever it is: no request is at fault.
      throw new DatabaseUnavailable(error);
    });
    const kept = new Connection(client, patience);
    return work(kept).finally(() => client.release(kept.isBroken));
  };
  /** @type {import('./database.js').Transactions['transaction']} */
  const transaction = (work, kind) => connection((one) => one.transaction(work, kind));
  return {
    connection,
    query: (sql, values) => transaction((queries) => queries.query(sql, values)),
    run: (sql) => transaction((queries) => queries.run(sql)),
    transaction,
    close: () => pool.end(),
  };
}

/** One connection, as long as it is kept for somebody. */
class Connection {
  #client;
  #patience;
  /** Closing it rolls back too; the next one is new, perhaps to another server. */
  isBroken = false;

  /** @param {pg.PoolClient} client @param {Patience} patience */
  constructor(client, patience) {
    this.#client = client;
    this.#patience = patience;
  }

  /** @type {import('./database.js').Transactions['transaction']} */
  async transaction(work, kind = 'write') {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#transact(work, kind);
      } catch (error) {
        if (attempt === attempts || !again.has(codeOf(error))) throw error;
      }
    }
  }

  /**
   * @template Result
   * @param {(queries: import('./database.js').Queries) => Promise<Result>} work
   * @param {import('./database.js').Kind} kind
   */
  async #transact(work, kind) {
    if (this.isBroken) throw new DatabaseUnavailable(new Error('The connection is broken.'));
    const { begin: beginTime, statement } = this.#patience;
    const queries = queriesOf(this.#client, kind === 'patient' ? 0 : statement);
    try {
      await queriesOf(this.#client, beginTime).run(beginnings[kind]);
      const result = await work(queries);
      await queries.run('COMMIT');
      return result;
    } catch (error) {
      this.isBroken = error instanceof DatabaseUnavailable && !again.has(error.code);
      if (!this.isBroken) await queries.run('ROLLBACK').catch(() => (this.isBroken = true));
      throw error;
    }
  }
}

/**
 * @param {pg.PoolClient} client
 * @param {number} milliseconds in which each statement must be answered; 0 for any time
 * @returns {import('./database.js').Queries}
 */
function queriesOf(client, milliseconds) {
  const ask = (/** @type {string} */ text, /** @type {unknown[] | undefined} */ values) => {
    /** @type {pg.QueryConfig & { query_timeout: number }} */
    const statement = { text, values, query_timeout: milliseconds };
    return client.query(statement).catch(explain);
  };
  return {
    query: async (sql, values = []) => (await ask(sql, [...values])).rows,
    run: async (sql) => {
      await ask(sql, undefined);
    },
  };
}

/** @param {unknown} error @returns {never} */
function explain(error) {
  const isOnTheWay = !isFromServer(error) && !(error instanceof TypeError);
  throw isOnTheWay ? new DatabaseUnavailable(error) : explained(error);
}
