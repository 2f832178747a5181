import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { runStep } from '../../tools/run-step.js';
import { ownCount } from '../../tools/test-output.js';
import { scriptFolder } from '../support/scripts.js';

/** Long enough for a process to run a test on a busy machine. */
const MINUTES = 8 / 60;

const { folder, script } = scriptFolder();

const passing = script(
  'passing',
  `import { test } from 'node:test'; test('a', () => {}); test('b', () => {});`,
);
const failing = script(
  'failing',
  `import { test } from 'node:test'; test('c', () => {}); test('d', () => { throw new Error('x'); });`,
);

/** @typedef {import('../../tools/run-step.js').Result} Result */

/** @param {Result} result @param {{ passed: number, failed: number }} expected */
const hasCounts = ({ passed, failed, outcomes }, expected) =>
  assert.deepEqual(
    { passed, failed },
    expected,
    `${passed} passed, ${failed} failed:\n${outcomes.map(({ output }) => output).join('\n')}`,
  );

// Planted tests print "not ok": in the output of these tests it would look like a failure of them.
beforeEach(() => void mock.method(console, 'log', () => {}));
afterEach(() => mock.restoreAll());

describe('a step of the tests', () => {
  test('that is one command passes or fails, or counts what the command prints', async () => {
    const fine = script('fine', '');
    const crashing = script('crashing', 'process.exitCode = 2;');
    const counting = script('counting', `console.log('5 passed, 0 failed');`);
    hasCounts(await runStep('fine', { command: [fine] }), { passed: 1, failed: 0 });
    const crashed = await runStep('crashing', { command: [crashing] });
    hasCounts(crashed, { passed: 0, failed: 1 });
    const counted = await runStep('counting', { command: [counting], count: ownCount });
    hasCounts(counted, { passed: 5, failed: 0 });
  });

  test('that is files of tests adds up the tests of all, and names the file of a failure', async () => {
    const result = await runStep('files', { files: [passing, failing], atOnce: 2 });
    hasCounts(result, { passed: 3, failed: 1 });
    assert.deepEqual(
      result.outcomes.filter(({ failed }) => failed).map(({ title }) => title),
      [`files, ${failing}`],
    );
  });

  test('counts a file that cannot be run as one failure', async () => {
    const broken = script('broken', `import './none.mjs';`);
    const result = await runStep('files', { files: [broken, passing] });
    hasCounts(result, { passed: 2, failed: 1 });
  });

  test('counts a file that ends before its tests, and no file at all, as one failure each', async () => {
    const leaving = script(
      'leaving',
      `import { test } from 'node:test'; test('a', () => {}); test('b', () => process.exit(0));`,
    );
    const left = await runStep('files', { files: [leaving] });
    hasCounts(left, { passed: 0, failed: 1 });
    hasCounts(await runStep('files', { files: [] }), { passed: 0, failed: 1 });
  });

  test('runs a file that does not end once more, and keeps what it wrote', async () => {
    const mark = join(folder, 'mark');
    const once = script(
      'once',
      `import { existsSync, writeFileSync } from 'node:fs';
       import { test } from 'node:test';
       test('first', () => {});
       test('second', async () => {
         if (existsSync(${JSON.stringify(mark)})) return;
         writeFileSync(${JSON.stringify(mark)}, '');
         await new Promise((resolve) => setTimeout(resolve, 600_000));
       });`,
    );
    const result = await runStep('files', { files: [once, passing], minutes: MINUTES });
    hasCounts(result, { passed: 4, failed: 0 });
    const [stopped] = result.outcomes.filter((outcome) => outcome.stopped);
    assert.equal(stopped?.title, `files, ${once}`);
    assert.match(stopped?.stopped ?? '', /ok 1 - first[\s\S]*Stopped: it did not end within 8 s/);
  });

  test('fails when a file does not end the second time either', async () => {
    const endless = script(
      'endless',
      `import { test } from 'node:test';
       test('endless', () => new Promise((resolve) => setTimeout(resolve, 600_000)));`,
    );
    const result = await runStep('files', { files: [endless], minutes: MINUTES / 2 });
    hasCounts(result, { passed: 0, failed: 1 });
  });
});
