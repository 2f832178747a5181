import pg from 'pg';
import { DatabaseUnavailable } from './unavailable.js';

/** Two transactions in each other's way: one was rolled back and may begin again. */
const again = new Set(['40001', '40P01']);

/** How often a transaction begins again before its error is let out. */
const attempts = 5;

/**
 * Any PostgreSQL from 15 on. Connections are kept; each waits at most ten seconds for another's
 * lock.
 *
 * @param {string} connectionString
 * @returns {Promise<import('./database.js').Database>}
 */
export async function openPostgres(connectionString) {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 10_000,
    options: '-c TimeZone=Europe/Stockholm -c lock_timeout=10s -c statement_timeout=30s',
  });
  // Without listeners both events would end the process. A connection in use that breaks fails the
  // statement that waits, or the next one; one that is not in use is replaced.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', () => {});
  return {
    ...queriesOf(pool),
    transaction: (work) => persist(() => transact(pool, work)),
    close: () => pool.end(),
  };
}

/**
 * @template Result
 * @param {pg.Pool} pool
 * @param {(queries: import('./database.js').Queries) => Promise<Result>} work
 */
async function transact(pool, work) {
  const client = await pool.connect().catch(explain);
  let isBroken = false;
  const queries = queriesOf(client);
  try {
    await queries.run('BEGIN');
    const result = await work(queries);
    await queries.run('COMMIT');
    return result;
  } catch (error) {
    // The next one gets a new connection, perhaps to another server.
    isBroken = error instanceof DatabaseUnavailable;
    await client.query('ROLLBACK').catch(() => (isBroken = true));
    throw error;
  } finally {
    client.release(isBroken);
  }
}

/** @template Result @param {() => Promise<Result>} work @returns {Promise<Result>} */
async function persist(work) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !again.has(codeOf(error))) throw error;
    }
  }
}

/**
 * @param {pg.Pool | pg.PoolClient} client
 * @returns {import('./database.js').Queries}
 */
const queriesOf = (client) => ({
  query: async (sql, values = []) => (await client.query(sql, [...values]).catch(explain)).rows,
  run: async (sql) => {
    await client.query(sql).catch(explain);
  },
});

/**
 * Tells "not now" from "never": only the first may be tried again.
 *
 * @param {unknown} error
 * @returns {never}
 */
function explain(error) {
  const code = codeOf(error);
  const fromServer = /^[0-9A-Z]{5}$/.test(code);
  const passing = !fromServer || /^(08|53|57)/.test(code) || code === '55P03';
  throw passing ? new DatabaseUnavailable(error) : error;
}

/** @param {unknown} error */
const codeOf = (error) => String(/** @type {{ code?: unknown }} */ (error)?.code ?? '');
