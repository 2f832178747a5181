// The reference service: `npm run service`. Settings, data and design are in demo/README.md.
import { openDatabase } from './database/database.js';
import { migrate } from './database/migrate.js';
import { Letters } from './bookings/letters.js';
import { readSecret } from './http/secrets.js';
import { keepFresh } from './seeds/keep-fresh.js';
import { createService } from './service.js';
import { readSettings } from './settings.js';

/**
 * Time limit for shutdown, in milliseconds. Transactions that have not been committed by then are
 * rolled back, and are done when the request is sent again with its key.
 */
const deadline = 9_000;

try {
  await start();
} catch (error) {
  const { message, cause } = /** @type {Error} */ (error);
  console.error(message, cause instanceof Error ? cause.message : '');
  process.exitCode = 1;
}

async function start() {
  const settings = readSettings(process.env);
  const database = await openDatabase(settings);
  try {
    await serve(settings, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * @param {import('./settings.js').Settings} settings
 * @param {import('./database/database.js').Database} database
 */
async function serve(settings, database) {
  await migrate(database);
  const letters = new Letters(await readSecret(database, 'letters'));
  const rest = await keepFresh({ database, letters, warn: console.error });
  const { adminToken, availabilityMaxAge } = settings;
  const app = await createService({ database, letters, adminToken, availabilityMaxAge });
  const address = await app.listen({ port: settings.port, host: '127.0.0.1' });
  console.log(`Lucka's reference service: ${address}/`);
  if (settings.adminTokenIsRandom) console.log(`LUCKA_ADMIN_TOKEN=${settings.adminToken}`);

  const stop = async () => {
    setTimeout(() => process.exit(1), deadline).unref();
    await app.close();
    rest();
    await database.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
}
