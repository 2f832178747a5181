import pg from 'pg';
import { readServers } from './database-url.js';
import { Servers } from './servers.js';
import { codeOf, DatabaseUnavailable, explained, isFromServer } from './unavailable.js';

/** Conflicts between transactions: one was rolled back and can be run again. */
const again = new Set(['40001', '40P01']);

/** How often a transaction is run again before its error is thrown. */
const attempts = 5;

/**
 * Timeouts for PostgreSQL's responses, in milliseconds. PostgreSQL's own timeouts do not apply when its
 * machine has failed, nor while a pooler waits for it. `connect` is for each of several servers; a
 * single one has ten seconds. `commit` includes waiting for a synchronous standby; the elements wait 20
 * seconds for a response.
 *
 * @typedef {{ connect: number, begin: number, statement: number, commit: number }} Timeouts
 *
 * @type {Timeouts}
 */
const defaultTimeouts = { connect: 3_000, begin: 5_000, statement: 35_000, commit: 10_000 };

/**
 * The statements at the start of each transaction, in one message. Nothing is set on the connection itself: the
 * address, the role or the database may have their own settings, and a pooler such as PgBouncer
 * may run the next transaction on another connection. "Lock, check, write" requires the isolation level
 * read committed.
 *
 * @type {Readonly<Record<import('./database.js').Kind, string>>}
 */
const beginnings = {
  write: begin('', { lock: '10s', statement: '30s' }),
  lossy: `${begin('', { lock: '10s', statement: '30s' })}; SET LOCAL synchronous_commit = off`,
  read: begin('READ ONLY', { lock: '10s', statement: '30s' }),
  unlimited: begin('', { lock: '0', statement: '0' }),
};

/**
 * Without the statement timeout: when it fires, PostgreSQL stops waiting for a synchronous standby, and
 * reports a commit that a failover would lose.
 */
const commit = 'SET LOCAL statement_timeout = 0; COMMIT';

/** @param {string} access @param {{ lock: string, statement: string }} timeouts */
function begin(access, { lock, statement }) {
  return `BEGIN ISOLATION LEVEL READ COMMITTED ${access};
    SET LOCAL lock_timeout = '${lock}'; SET LOCAL statement_timeout = '${statement}'`;
}

/**
 * PostgreSQL 15 or newer, directly or through a pooler that keeps a connection for a transaction;
 * of several servers the one that accepts writes. Connections are reused; each waits at most ten seconds
 * for a lock.
 *
 * @param {string} databaseUrl see {@link readServers}
 * @param {Partial<Timeouts>} [ownTimeouts]
 * @returns {Promise<import('./database.js').Database>}
 */
export async function openPostgres(databaseUrl, ownTimeouts = {}) {
  const timeouts = { ...defaultTimeouts, ...ownTimeouts };
  const servers = new Servers(readServers(databaseUrl), timeouts.connect);
  const pool = new pg.Pool({
    Client: servers.Client,
    onConnect: (client) => servers.require(client),
    max: 10,
    connectionTimeoutMillis: 10_000,
  });
  // Without a listener, an error would end the process. An idle connection is replaced.
  pool.on('error', () => {});
  /** @type {import('./database.js').Connections['connection']} */
  const connection = async (work) => {
    const client = await servers.connect(pool).catch((/** @type {unknown} */ error) => {
      // The cause does not matter: it is not the request.
      throw new DatabaseUnavailable(error);
    });
    const kept = new Connection(client, timeouts, () => servers.markFailed(client));
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

/** A connection while it is reserved. */
class Connection {
  #client;
  #markServerFailed;
  #timeouts;
  /** Closing the connection also rolls back; the next one is new, perhaps to another server. */
  isBroken = false;

  /** @param {pg.PoolClient} client @param {Timeouts} timeouts @param {() => void} markServerFailed */
  constructor(client, timeouts, markServerFailed) {
    this.#client = client;
    this.#timeouts = timeouts;
    this.#markServerFailed = markServerFailed;
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
    const timeouts = this.#timeouts;
    const unlessUnlimited = (/** @type {number} */ time) => (kind === 'unlimited' ? 0 : time);
    const queries = queriesOf(this.#client, unlessUnlimited(timeouts.statement));
    try {
      await queriesOf(this.#client, timeouts.begin).run(beginnings[kind]);
      const result = await work(queries);
      await queriesOf(this.#client, unlessUnlimited(timeouts.commit)).run(commit);
      return result;
    } catch (error) {
      this.isBroken = error instanceof DatabaseUnavailable && !again.has(error.code);
      if (error instanceof DatabaseUnavailable && error.isAboutServer) this.#markServerFailed();
      if (!this.isBroken) await queries.run('ROLLBACK').catch(() => (this.isBroken = true));
      throw error;
    }
  }
}

/**
 * @param {pg.PoolClient} client
 * @param {number} milliseconds for each statement; 0 for no limit
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
