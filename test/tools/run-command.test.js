import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { runCommand } from '../../tools/run-command.js';
import { scriptFolder } from '../support/scripts.js';
import { until } from '../support/until.js';

/** Long enough for a process to write its first line on a busy machine, in ms. */
const LIMIT = 5000;

const { folder, script } = scriptFolder();

/** A process that has ended may still be listed, as a zombie. @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return !existsSync('/proc/self') || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

test('a command gives its code and what it wrote', async () => {
  const path = script(
    'usual',
    `console.log(process.env.WORD); console.error('✖'); process.exitCode = 3;`,
  );
  const { code, output, isStopped } = await runCommand([path], {
    limit: 20_000,
    environment: { WORD: 'a' },
  });
  assert.equal(isStopped, false);
  assert.equal(code, 3);
  assert.match(output, /a\n/);
  assert.match(output, /✖\n/);
});

test('a command that does not end is stopped, and says so after what it wrote', async () => {
  const path = script('endless', `console.log('begun'); setInterval(() => {}, 1000);`);
  const { code, output, isStopped } = await runCommand([path], { limit: LIMIT });
  assert.notEqual(code, 0);
  assert.equal(isStopped, true);
  assert.match(output, /begun\n\nStopped: it did not end within 5 s\./);
});

test('what a stopped command has started is stopped too, also when it does not want to', async () => {
  const path = script(
    'starting',
    `import { spawn } from 'node:child_process';
     const source = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)";
     const child = spawn(process.execPath, ['-e', source], { stdio: 'ignore' });
     console.log(\`pid \${child.pid}\`);
     setInterval(() => {}, 1000);`,
  );
  const { output } = await runCommand([path], { limit: LIMIT });
  const pid = Number(/pid (\d+)/.exec(output)?.[1]);
  assert.ok(pid);
  await until(() => !isRunning(pid));
});

test('what is running is stopped with this process, also when its signal comes twice', async () => {
  const stubborn = script(
    'stubborn',
    `import { writeFileSync } from 'node:fs';
     process.on('SIGTERM', () => {});
     setInterval(() => {}, 1000);
     writeFileSync(process.env.PID_FILE, String(process.pid));`,
  );
  const runner = script(
    'runner',
    `import { runCommand } from ${JSON.stringify(pathToFileURL('tools/run-command.js').href)};
     await runCommand([${JSON.stringify(stubborn)}], { limit: 60_000 });`,
  );
  const file = join(folder, 'pid');
  const running = spawn(process.execPath, [runner], { env: { ...process.env, PID_FILE: file } });
  await until(() => existsSync(file) && readFileSync(file, 'utf8'));
  const pid = Number(readFileSync(file, 'utf8'));
  running.kill('SIGTERM');
  await pause(500);
  running.kill('SIGTERM');
  await until(() => !isRunning(pid));
});

test('a process that a command leaves behind with its output does not keep it from ending', async () => {
  const path = script(
    'leaving',
    `import { spawn } from 'node:child_process';
     const options = { stdio: 'inherit', detached: true };
     const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], options);
     child.unref();
     console.log(\`pid \${child.pid}\`);`,
  );
  const started = Date.now();
  const { code, output } = await runCommand([path], { limit: 50_000 });
  const took = Date.now() - started;
  process.kill(Number(/pid (\d+)/.exec(output)?.[1]));
  assert.equal(code, 0);
  assert.ok(took < 20_000);
});
