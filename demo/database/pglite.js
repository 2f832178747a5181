import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { lockDirectory } from './directory-lock.js';

/**
 * PostgreSQL inside this process, for the demo and for tests. It has one connection, so
 * transactions wait for each other. An answered commit is with the operating system: it survives
 * the death of the process at any moment, but not a power cut, since PGlite cannot ask for a flush
 * to disk. A real service takes PostgreSQL.
 *
 * @param {string} directory made when missing
 * @returns {Promise<import('./database.js').Database>}
 */
export async function openPglite(directory) {
  await mkdir(directory, { recursive: true });
  const unlock = await lockDirectory(directory);
  try {
    const pglite = await openCluster(directory);
    return {
      ...queriesOf(pglite),
      transaction: (work, kind) =>
        pglite.transaction(async (transaction) => {
          if (kind === 'read') await transaction.exec('SET TRANSACTION READ ONLY');
          return work(queriesOf(transaction));
        }),
      async close() {
        await pglite.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/**
 * Opens PostgreSQL's files, or lays them out. A mark says that this was finished: what a process
 * left that died meanwhile is begun again.
 *
 * @param {string} directory
 */
async function openCluster(directory) {
  const [cluster, mark] = ['postgres', 'postgres.complete'].map((name) => join(directory, name));
  const isComplete = existsSync(mark);
  if (!isComplete) await rm(cluster, { recursive: true, force: true });
  const pglite = await PGlite.create({ dataDir: cluster, relaxedDurability: false });
  if (!isComplete) await writeFile(mark, '');
  return pglite;
}

/**
 * @param {Pick<PGlite, 'query' | 'exec'>} pglite
 * @returns {import('./database.js').Queries}
 */
const queriesOf = (pglite) => ({
  query: async (sql, values = []) => (await pglite.query(sql, [...values])).rows,
  run: async (sql) => {
    await pglite.exec(sql);
  },
});
