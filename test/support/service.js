import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { makeDataDirectory, removeDirectory } from './data-directory.js';

const program = fileURLToPath(new URL('../../demo/main.js', import.meta.url));

/** Any word: editors' tools are given it. */
export const adminToken = 'editors-token';

/** How long a start may take, in milliseconds: what the fixed names promise. */
const timeout = 30_000;

/**
 * The reference service as a separate process, on a free port, which stays the same after a
 * restart.
 *
 * @param {object} [options]
 * @param {string} [options.databaseUrl] PGlite in a new folder by default
 * @param {string} [options.dataDirectory] not removed at the end
 * @param {Readonly<Record<string, string>>} [options.environment]
 */
export async function startService({ databaseUrl, dataDirectory, environment } = {}) {
  const ownDirectory = databaseUrl || dataDirectory ? undefined : await makeDataDirectory();
  const settings = {
    PORT: '0',
    LUCKA_ADMIN_TOKEN: adminToken,
    DATABASE_URL: databaseUrl ?? '',
    DATA_DIR: dataDirectory ?? ownDirectory ?? '',
    ...environment,
  };
  let running = await run(settings);
  const { address } = running;
  settings.PORT = new URL(address).port;
  let log = '';

  return {
    address,
    /** All that it has printed, also before a restart. */
    log: () => log + running.output(),
    isRunning: () => running.child.exitCode === null && running.child.signalCode === null,
    /** As a power cut would for a process: at once, wherever it is. */
    kill: () => end(running.child, 'SIGKILL'),
    /** As a service manager does. */
    stop: () => end(running.child, 'SIGTERM'),
    async start() {
      log += running.output();
      running = await run(settings);
    },
    /** Where PGlite's data are, '' with PostgreSQL. */
    dataDirectory: settings.DATA_DIR,
    /** Ends it and removes its data. */
    async remove() {
      await end(running.child, 'SIGKILL');
      if (ownDirectory) await removeDirectory(ownDirectory);
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startService>>} RunningService */

/** The bare process. @param {Readonly<Record<string, string>>} settings */
export const spawnService = (settings) =>
  spawn(process.execPath, [program], {
    env: { ...process.env, NODE_OPTIONS: '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** @param {Readonly<Record<string, string>>} settings */
async function run(settings) {
  const child = spawnService(settings);
  const killLeftOver = () => child.kill('SIGKILL');
  process.once('exit', killLeftOver);
  child.once('exit', () => process.off('exit', killLeftOver));
  let output = '';
  let isReady = false;
  /** @type {NodeJS.Timeout} */
  let timer;
  /** @type {Promise<string>} */
  const ready = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Not ready in time:\n${output}`)), timeout);
    const read = (/** @type {Buffer} */ chunk) => {
      output += chunk;
      if (isReady) return;
      const [address] = /http:\/\/127\.0\.0\.1:\d+(?=\/\n)/.exec(output) ?? [];
      if (!address) return;
      isReady = true;
      resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', () => reject(new Error(`The service ended:\n${output}`)));
  });
  const leaveNothing = async (/** @type {Error} */ error) => {
    await end(child, 'SIGKILL');
    throw error;
  };
  const address = await ready.catch(leaveNothing).finally(() => clearTimeout(timer));
  return { child, address, output: () => output };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 * @returns {Promise<number | null>} its exit code, null if a signal ended it
 */
async function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
  return child.exitCode;
}
