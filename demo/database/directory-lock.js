import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** How long to wait for a process that is stopping, in milliseconds. */
const lockTimeout = 5000;

/**
 * How long a process that takes over a stale lock waits before it checks that no other did the same, in
 * milliseconds.
 */
const takeoverDelay = 200;

/**
 * PGlite allows one process; a second one would destroy the data. The lock names its process, so a stale lock
 * is detected and taken over without manual work.
 *
 * @param {string} directory
 * @returns {Promise<() => Promise<void>>} releases the lock
 * @throws {Error} when another process uses the directory
 */
export async function lockDirectory(directory) {
  const lock = join(directory, 'service.lock');
  const claim = `${lock}.${process.pid}`;
  const deadline = Date.now() + lockTimeout;
  while (!(await take(lock, claim))) {
    if (Date.now() > deadline) {
      throw new Error(`Another process uses ${directory} (see ${lock}). Stop it, or set DATA_DIR.`);
    }
    await pause(100);
  }
  return () => rm(lock, { force: true });
}

/** @param {string} lock @param {string} claim this process's file, which becomes the lock */
async function take(lock, claim) {
  const ourselves = await identityOf(process.pid);
  await writeFile(claim, ourselves);
  if (await linked(claim, lock)) {
    await rm(claim);
    return true;
  }
  const holder = await readFile(lock, 'utf8').catch(() => '');
  if (holder && holder === (await identityOf(Number.parseInt(holder, 10)))) {
    await rm(claim);
    return false;
  }
  await rename(claim, lock);
  await pause(takeoverDelay);
  return (await readFile(lock, 'utf8')) === ourselves;
}

/**
 * Linking creates the lock atomically, with its content.
 *
 * @param {string} from
 * @param {string} to
 */
const linked = (from, to) =>
  link(from, to).then(
    () => true,
    (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );

/**
 * Process ids are reused, in a container from the first restart on, so the identity includes the process's start
 * time (Linux).
 *
 * @param {number} pid
 * @returns {Promise<string>} '' when there is no such process
 */
async function identityOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return '';
  }
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // From field 3 on: field 2, the program's name, may contain spaces.
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  // A zombie: it has ended, but its parent has not read its exit code yet.
  if (fields[0] === 'Z') return '';
  const startedAt = fields[19] ?? '';
  return `${pid} ${startedAt}`;
}
