import { openPglite } from './pglite.js';
import { openPostgres } from './postgres.js';

/**
 * The database interface of the service, the same for PGlite and PostgreSQL.
 * Statements are plain PostgreSQL with `$1`, `$2`… and return only text, integers, booleans and
 * JSON: the two drivers read dates and bytes differently. No statement may depend on the session's
 * time zone or date style: `instant()`, `iso_date()` and `swedish_today()` (migrations/006) format
 * times and days.
 *
 * @typedef {object} Queries
 * @property {<Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>} query one statement
 * @property {(sql: string) => Promise<void>} run several statements without values
 *
 * @typedef {'write' | 'lossy' | 'read' | 'unlimited'} Kind `write` by default; `lossy` does not wait for the disk, so a
 *   crash of the database may lose it; `read` may change nothing; `unlimited` waits for locks without
 *   a time limit
 *
 * @typedef {object} Transactions
 * @property {<Result>(work: (queries: Queries) => Promise<Result>, kind?: Kind) => Promise<Result>} transaction
 *   Commits when `work` is fulfilled, rolls back when it is rejected. May run `work` again after a
 *   deadlock.
 *
 * @typedef {object} Connections
 * @property {<Result>(work: (connection: Transactions) => Promise<Result>) => Promise<Result>} connection
 *   Reserves one of few connections for several transactions; other requests wait for one.
 * @property {() => Promise<void>} close waits for running transactions
 *
 * @typedef {Queries & Transactions & Connections} Database
 */

/**
 * @param {Pick<import('../settings.js').Settings, 'databaseUrl' | 'dataDirectory'>} settings
 * @returns {Promise<Database>}
 */
export const openDatabase = ({ databaseUrl, dataDirectory }) =>
  databaseUrl ? openPostgres(databaseUrl) : openPglite(dataDirectory);
