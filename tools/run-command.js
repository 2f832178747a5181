import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a process that has ended may leave its output open, in ms: a browser that it started may hold it. */
const CLOSING = 5000;
/** Between asking processes to end and ending them, in ms: browsers and databases are stopped in it. */
const STOPPING = 10_000;
/** Windows has no process groups: only the script itself is stopped there. */
const hasGroups = process.platform !== 'win32';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const running = new Set();
let isEnding = false;
// What runs is in process groups of its own, so that Ctrl+C does not reach it by itself. The signal comes twice: npm passes on
// what the terminal sends to both.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, async () => {
    if (isEnding) return;
    isEnding = true;
    await Promise.all([...running].map(stop));
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/**
 * Runs a Node script in a process group of its own, and stops the whole group when it takes longer than it may. What the
 * script leaves behind in its group ends with it.
 *
 * @param {readonly string[]} command script and arguments
 * @param {{ limit: number, environment?: Readonly<Record<string, string>> }} options `limit` in ms; `environment` in
 *   addition to that of this process
 * @returns {Promise<{ code: number, output: string, isStopped: boolean }>} what it wrote to stdout and stderr. The code is
 *   not 0 when it was stopped or could not be started
 */
export async function runCommand(command, { limit, environment }) {
  // Nothing new begins.
  if (isEnding) return new Promise(() => {});
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Set where this itself is tested: what runs would write for Node's test runner, not for people.
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, ...environment },
    detached: hasGroups,
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (data) => (output += data));
  }
  /** @type {Promise<number>} */
  const exit = new Promise((resolve) => {
    child.on('exit', (code) => resolve(code ?? 1));
    child.on('error', (error) => {
      output += `\n${error}\n`;
      resolve(1);
    });
  });
  const close = new Promise((resolve) => child.on('close', resolve));
  const isStopped = !(await endsWithin(exit, limit));
  if (isStopped) {
    output += `\nStopped: it did not end within ${Math.round(limit / 1000)} s.\n`;
    await stop(child);
  }
  const code = await exit;
  await endsWithin(close, CLOSING);
  killGroup(child, 'SIGKILL');
  running.delete(child);
  for (const stream of [child.stdout, child.stderr]) stream.destroy();
  return { code: isStopped ? code || 1 : code, output, isStopped };
}

/** @param {Promise<unknown>} end @param {number} milliseconds @returns {Promise<boolean>} whether it came in time */
async function endsWithin(end, milliseconds) {
  const waiting = new AbortController();
  const timeIsUp = pause(milliseconds, false, { signal: waiting.signal }).catch(() => false);
  const isInTime = await Promise.race([end.then(() => true), timeIsUp]);
  waiting.abort();
  return isInTime;
}

/** Asks a group to end, and ends it when it does not. @param {ChildProcess} child */
async function stop(child) {
  const end = Date.now() + STOPPING;
  killGroup(child, 'SIGTERM');
  while (isThere(child) && Date.now() < end) await pause(100);
  killGroup(child, 'SIGKILL');
}

/** @param {ChildProcess} child @returns {boolean} whether anything of its group is there */
const isThere = (child) => killGroup(child, 0);

/** @param {ChildProcess} child @param {NodeJS.Signals | 0} signal @returns {boolean} whether there was somebody to get it */
function killGroup({ pid }, signal) {
  if (!pid) return false;
  try {
    return process.kill(hasGroups ? -pid : pid, signal);
  } catch {
    return false;
  }
}
