import { spawn } from 'node:child_process';

/** How long a process that has ended may leave its output open, in ms: a browser that it started may hold it. */
const CLOSING = 5000;
/** Between asking a process to end and ending it, in ms: browsers and databases are stopped in it. */
const STOPPING = 10_000;

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const running = new Set();
// What runs is in other process groups, so that Ctrl+C does not reach it by itself.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    for (const child of running) killGroup(child, signal);
    process.kill(process.pid, signal);
  });
}

/**
 * Runs a Node script in a process group of its own, and stops the whole group when it takes longer than it may.
 *
 * @param {readonly string[]} command script and arguments
 * @param {{ limit: number, environment?: Readonly<Record<string, string>> }} options `limit` in ms; `environment` in
 *   addition to that of this process
 * @returns {Promise<{ code: number, output: string, isStopped: boolean }>} what it wrote to stdout and stderr; the code is
 *   not 0 when it was stopped
 */
export function runCommand(command, { limit, environment }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
      detached: true,
    });
    running.add(child);
    let output = '';
    let isStopped = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => (output += data));
    }
    /** @type {NodeJS.Timeout | undefined} */
    let closing;
    const stopping = setTimeout(() => {
      isStopped = true;
      output += `\nStopped: it did not end within ${Math.round(limit / 1000)} s.\n`;
      killGroup(child, 'SIGTERM');
      closing = setTimeout(() => killGroup(child, 'SIGKILL'), STOPPING);
    }, limit);
    const finish = (/** @type {number | null} */ code) => {
      clearTimeout(stopping);
      clearTimeout(closing);
      running.delete(child);
      for (const stream of [child.stdout, child.stderr]) stream.destroy();
      resolve({ code: isStopped ? code || 1 : (code ?? 1), output, isStopped });
    };
    child.on('exit', (code) => {
      clearTimeout(closing);
      closing = setTimeout(() => {
        killGroup(child, 'SIGKILL');
        finish(code);
      }, CLOSING);
    });
    child.on('close', finish);
  });
}

/** Windows has no process groups. @param {ChildProcess} child @param {NodeJS.Signals} signal */
function killGroup(child, signal) {
  if (!child.pid) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
