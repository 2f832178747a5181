import { openPglite } from './pglite.js';
import { openPostgres } from './postgres.js';

/**
 * All that the service asks of a database, so that PGlite and PostgreSQL are alike to it.
 * Statements are plain PostgreSQL with `$1`, `$2`… and answer only text, integers, booleans and
 * JSON: the two drivers read dates and bytes differently. No statement may depend on the session's
 * time zone or date style: `instant()`, `iso_date()` and `swedish_today()` (migrations/006) are the
 * ways to write times and days.
 *
 * @typedef {object} Queries
 * @property {<Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>} query one statement
 * @property {(sql: string) => Promise<void>} run several statements without values
 *
 * @typedef {'write' | 'lossy' | 'read' | 'unlimited'} Kind `write` unless given; what is `lossy` may be
 *   lost when the database crashes, so its disk is not waited for; `read` may change nothing;
 *   `unlimited` waits for others however long they take
 *
 * @typedef {object} Transactions
 * @property {<Result>(work: (queries: Queries) => Promise<Result>, kind?: Kind) => Promise<Result>} transaction
 *   Commits when `work` is fulfilled, rolls back when it is rejected. May run `work` again after a
 *   deadlock.
 *
 * @typedef {object} Connections
 * @property {<Result>(work: (connection: Transactions) => Promise<Result>) => Promise<Result>} connection
 *   Keeps one of few connections for several transactions; whoever comes meanwhile waits for one.
 * @property {() => Promise<void>} close waits for what has begun
 *
 * @typedef {Queries & Transactions & Connections} Database
 */

/**
 * @param {Pick<import('../settings.js').Settings, 'databaseUrl' | 'dataDirectory'>} settings
 * @returns {Promise<Database>}
 */
export const openDatabase = ({ databaseUrl, dataDirectory }) =>
  databaseUrl ? openPostgres(databaseUrl) : openPglite(dataDirectory);
