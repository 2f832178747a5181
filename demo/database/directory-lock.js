import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a process that is just stopping is waited for, in milliseconds. */
const lockTimeout = 5000;

/**
 * How long one that takes over a dead process's lock looks whether another did so too, in
 * milliseconds.
 */
const rivalry = 200;

/**
 * PGlite allows one process, and a second one would destroy the data. The lock names its holder, so
 * one that was killed is known by being gone: a stale lock needs no hand.
 *
 * @param {string} directory
 * @returns {Promise<() => Promise<void>>} gives the lock back
 * @throws {Error} when another process keeps the directory
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

/** @param {string} lock @param {string} claim a file of our own, which becomes the lock */
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
  await pause(rivalry);
  return (await readFile(lock, 'utf8')) === ourselves;
}

/**
 * Linking makes the lock appear whole, with its content, or not at all.
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
 * Process ids are used again, in a container from the first start on: so Linux's start time is part
 * of the name.
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
  // From field 3 on: the second one, the program's name, may hold spaces.
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  // Dead, though its parent has not asked for its exit code yet.
  if (fields[0] === 'Z') return '';
  const startedAt = fields[19] ?? '';
  return `${pid} ${startedAt}`;
}
