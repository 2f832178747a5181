import { after, before } from 'node:test';
import { Letters } from '../../demo/bookings/letters.js';
import { openPglite } from '../../demo/database/pglite.js';
import { openPostgres } from '../../demo/database/postgres.js';
import { migrate } from '../../demo/database/migrate.js';
import { readSecret } from '../../demo/http/secrets.js';
import { keepFresh } from '../../demo/seeds/keep-fresh.js';
import { createService } from '../../demo/service.js';
import { clientOf } from './client.js';
import { makeDataDirectory, removeDirectory } from './data-directory.js';
import { adminToken } from './service.js';

/**
 * The service in the process of the test, which can read and change its database, for example to simulate elapsed time.
 *
 * @param {object} [options]
 * @param {string} [options.databaseUrl] PGlite in a new folder by default
 * @param {number} [options.availabilityMaxAge] 0 by default: the test sees its own changes immediately
 */
export async function startServiceInProcess({ databaseUrl, availabilityMaxAge = 0 } = {}) {
  const directory = databaseUrl ? '' : await makeDataDirectory();
  const database = databaseUrl ? await openPostgres(databaseUrl) : await openPglite(directory);
  await migrate(database);
  const letters = new Letters(await readSecret(database, 'letters'));
  const rest = await keepFresh({ database, letters, warn: () => {} });
  /** @type {string[]} */
  const log = [];
  const app = await createService({
    database,
    letters,
    adminToken,
    availabilityMaxAge,
    log: { write: (line) => log.push(line) },
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    address,
    client: clientOf(address),
    database,
    log: () => log.join(''),
    async close() {
      rest();
      await app.close();
      await database.close();
      if (directory) await removeDirectory(directory);
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startServiceInProcess>>} ServiceInProcess */

/**
 * Starts the service on a new database before the tests of a `describe`, and stops both after them.
 *
 * @param {{ open(): Promise<import('./databases.js').OpenDatabase> }} database
 * @param {(service: ServiceInProcess) => void} started
 */
export function aroundTests(database, started) {
  /** @type {import('./databases.js').OpenDatabase | undefined} */
  let open;
  /** @type {ServiceInProcess | undefined} */
  let service;
  before(async () => {
    open = await database.open();
    service = await startServiceInProcess({ databaseUrl: await open.createDatabase() });
    started(service);
  });
  after(async () => {
    await service?.close();
    await open?.close();
  });
}
