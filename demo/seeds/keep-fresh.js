import { withAdvisoryLock } from '../database/advisory-lock.js';
import { deleteOldAttempts } from '../http/failed-attempts.js';
import { deleteOldResponses } from '../http/idempotency.js';
import { makeFirstKey } from '../messages/message-keys.js';
import { seedBookings } from './bookings.js';
import { seedNotices } from './notices.js';
import { seedTerms } from './terms.js';

/**
 * @typedef {import('../database/database.js').Database} Database
 *
 * @typedef {object} Parts
 * @property {Database} database
 * @property {import('../bookings/letters.js').Letters} letters
 * @property {(message: string) => void} warn
 */

const hour = 3_600_000;

/**
 * Creates the demo's data, now and every hour: existing data is not changed, and data for further
 * days is added.
 *
 * @param {Parts} parts
 * @returns {Promise<() => void>} stops it
 */
export async function keepFresh(parts) {
  await refresh(parts);
  const timer = setInterval(() => {
    refresh(parts).catch((error) => parts.warn(`The demo data was not refreshed: ${error.name}.`));
  }, hour);
  timer.unref();
  return () => clearInterval(timer);
}

/** @param {Parts} parts */
async function refresh({ database, letters, warn }) {
  await withAdvisoryLock(database, 'seed', async (queries) => {
    const warning = await seedTerms(queries);
    if (warning) warn(warning);
    await makeFirstKey(queries);
    await queries.query("INSERT INTO cases (id) VALUES ('12-345678') ON CONFLICT DO NOTHING");
    await seedBookings(queries, letters);
    await seedNotices(queries);
  });
  // PGlite has no autovacuum, and without statistics the first requests are slow.
  await database.run('ANALYZE slots, letters');
  await deleteOldResponses(database);
  await deleteOldAttempts(database);
  await database.query("DELETE FROM holds WHERE expires_at < now() - interval '24 hours'");
}
