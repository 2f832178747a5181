import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runCommand } from '../../tools/run-command.js';
import { until } from '../support/until.js';

/** Long enough for a process to write its first line on a busy machine, in ms. */
const LIMIT = 5000;

const folder = mkdtempSync(join(tmpdir(), 'lucka-commands-'));
after(() => rmSync(folder, { recursive: true }));

/** @param {string} name @param {string} source @returns {string} the script's path */
function script(name, source) {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, source);
  return path;
}

test('a command gives its code and what it wrote', async () => {
  const path = script(
    'usual',
    `console.log(process.env.WORD); console.error('b'); process.exitCode = 3;`,
  );
  const { code, output, isStopped } = await runCommand([path], {
    limit: 20_000,
    environment: { WORD: 'a' },
  });
  assert.equal(isStopped, false);
  assert.equal(code, 3);
  assert.match(output, /a\n/);
  assert.match(output, /b\n/);
});

test('a command that does not end is stopped, and says so after what it wrote', async () => {
  const path = script('endless', `console.log('begun'); setInterval(() => {}, 1000);`);
  const { code, output, isStopped } = await runCommand([path], { limit: LIMIT });
  assert.notEqual(code, 0);
  assert.equal(isStopped, true);
  assert.match(output, /begun\n\nStopped: it did not end within 5 s\./);
});

test('so is what it started', async () => {
  const path = script(
    'starting',
    `import { spawn } from 'node:child_process';
     const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
     console.log(\`pid \${child.pid}\`);
     setInterval(() => {}, 1000);`,
  );
  const { output } = await runCommand([path], { limit: LIMIT });
  const pid = Number(/pid (\d+)/.exec(output)?.[1]);
  assert.ok(pid);
  await until(() => !existsSync(`/proc/${pid}`));
});

test('a process that a command leaves behind with its output does not keep it from ending', async () => {
  const path = script(
    'leaving',
    `import { spawn } from 'node:child_process';
     spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'inherit', detached: true }).unref();
     console.log('done');`,
  );
  const started = Date.now();
  const { code, output } = await runCommand([path], { limit: 50_000 });
  assert.equal(code, 0);
  assert.match(output, /done/);
  assert.ok(Date.now() - started < 20_000);
});
