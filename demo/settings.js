import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { readServers } from './database/database-url.js';

/**
 * @typedef {object} Settings
 * @property {number} port `PORT`, 8080 by default; 0 uses any free port
 * @property {string} dataDirectory `DATA_DIR`, demo/data by default; used if there is no database
 *   address
 * @property {string} databaseUrl `DATABASE_URL`, such as postgres://lucka@127.0.0.1/lucka, also with
 *   several hosts; '' for PGlite
 * @property {string} adminToken `LUCKA_ADMIN_TOKEN`, the editors' bearer token
 * @property {number} availabilityMaxAge `AVAILABILITY_MAX_AGE`, milliseconds for which a process may
 *   reuse a response about available times; at most 1000, the default; 0 queries the database each time
 * @property {boolean} adminTokenIsRandom true if none was set, so it must be printed
 */

/**
 * Settings come only from the environment, as container platforms and service managers expect.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {Settings}
 * @throws {Error} if a setting is invalid; the message says what to do
 */
export function readSettings(environment) {
  const {
    PORT,
    DATA_DIR,
    DATABASE_URL = '',
    LUCKA_ADMIN_TOKEN,
    AVAILABILITY_MAX_AGE,
  } = environment;
  return {
    port: readPort(PORT),
    availabilityMaxAge: readMaxAge(AVAILABILITY_MAX_AGE),
    dataDirectory: DATA_DIR || fileURLToPath(new URL('data', import.meta.url)),
    databaseUrl: readDatabaseUrl(DATABASE_URL),
    adminToken: LUCKA_ADMIN_TOKEN || randomBytes(24).toString('base64url'),
    adminTokenIsRandom: !LUCKA_ADMIN_TOKEN,
  };
}

/** @param {string | undefined} value */
function readPort(value) {
  if (!value) return 8080;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`PORT is ${value}: give a number from 0 (any free port) to 65535.`);
}

/** @param {string | undefined} value */
function readMaxAge(value) {
  if (!value) return 1000;
  const milliseconds = Number(value);
  if (milliseconds >= 0 && milliseconds <= 1000) return milliseconds;
  throw new Error(`AVAILABILITY_MAX_AGE is ${value}: give milliseconds from 0 to 1000.`);
}

/** @param {string} value */
function readDatabaseUrl(value) {
  if (value && !/^postgres(ql)?:\/\//.test(value)) {
    throw new Error('DATABASE_URL must begin with postgres:// (leave it out to use PGlite).');
  }
  if (value) readServers(value);
  return value;
}
