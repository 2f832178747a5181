import { existsSync } from 'node:fs';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { lockDirectory } from './directory-lock.js';
import { DatabaseUnavailable, explained } from './unavailable.js';

const mebibyte = 2 ** 20;

/**
 * Free disk space that a transaction needs: two segments of PostgreSQL's write-ahead log of 16 MiB each.
 * Without space for the next segment, PGlite hangs, and the whole process with it.
 */
const spare = 32 * mebibyte;

/** Free disk space for an empty database and the data of the first start. */
const layOut = 64 * mebibyte;

/**
 * PostgreSQL inside this process, for the demo and for tests. It has one connection, so
 * transactions wait for each other. A finished commit has reached the operating system: it survives
 * the death of the process at any moment, but not a power failure, since PGlite cannot flush
 * to disk. A real service uses PostgreSQL.
 *
 * @param {string} directory created if it is missing
 * @returns {Promise<import('./database.js').Database>}
 */
export async function openPglite(directory) {
  await mkdir(directory, { recursive: true });
  const unlock = await lockDirectory(directory);
  try {
    const pglite = await openCluster(directory);
    /** @type {import('./database.js').Transactions['transaction']} */
    const transaction = async (work, kind) => {
      await requireSpace(directory, spare);
      const begun = pglite.transaction(async (inside) => {
        if (kind === 'read') await inside.exec('SET TRANSACTION READ ONLY');
        return work(queriesOf(inside));
      });
      return begun.catch((error) => {
        throw explained(error);
      });
    };
    /** @type {Promise<unknown>} */
    let lastWork = Promise.resolve();
    return {
      connection(work) {
        const done = lastWork.then(() => work({ transaction }));
        lastWork = done.catch(() => {});
        return done;
      },
      query: (sql, values) => transaction((queries) => queries.query(sql, values)),
      run: (sql) => transaction((queries) => queries.run(sql)),
      transaction,
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
 * Opens PostgreSQL's files, or creates them. A marker file says that this has finished: without it the
 * files are created again, since a process died while creating them.
 *
 * @param {string} directory
 */
async function openCluster(directory) {
  const [cluster, mark] = ['postgres', 'postgres.complete'].map((name) => join(directory, name));
  const isComplete = existsSync(mark);
  await requireSpace(directory, isComplete ? spare : spare + layOut);
  if (!isComplete) await rm(cluster, { recursive: true, force: true });
  const pglite = await PGlite.create({ dataDir: cluster, relaxedDurability: false });
  if (!isComplete) await writeFile(mark, '');
  return pglite;
}

/**
 * @param {string} directory
 * @param {number} bytes
 * @throws {DatabaseUnavailable}
 */
async function requireSpace(directory, bytes) {
  const { bavail, bsize } = await statfs(directory);
  if (bavail * bsize >= bytes) return;
  const missing = new Error(`Less than ${bytes / mebibyte} MiB are free in ${directory}.`);
  throw new DatabaseUnavailable(Object.assign(missing, { code: 'ENOSPC' }));
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
