import { readdir, readFile } from 'node:fs/promises';
import { withAdvisoryLock } from './advisory-lock.js';

const folder = new URL('../migrations/', import.meta.url);

/**
 * Applies the migrations: each file of demo/migrations once, in the order of the names, in one
 * transaction. Processes that start at the same time wait for each other.
 *
 * @param {import('./database.js').Database} database
 */
export async function migrate(database) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  await withAdvisoryLock(database, 'migrate', async (queries) => {
    await queries.run(
      `CREATE TABLE IF NOT EXISTS migrations
         (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())`,
    );
    for (const name of names) await apply(queries, name);
  });
}

/** @param {import('./database.js').Queries} queries @param {string} name */
async function apply(queries, name) {
  const claimed = await queries.query(
    'INSERT INTO migrations (name) VALUES ($1) ON CONFLICT DO NOTHING RETURNING name',
    [name],
  );
  if (claimed.length) await queries.run(await readFile(new URL(name, folder), 'utf8'));
}
