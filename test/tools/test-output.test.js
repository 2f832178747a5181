import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserCount, failuresIn, nodeCount, ownCount } from '../../tools/test-output.js';

const bar = (/** @type {string} */ name, /** @type {string} */ result) =>
  `${name}: |██████████| 58/58 test files | ${result}`;

describe('what the steps of the tests print', () => {
  test('adds up the last line of each browser', () => {
    const output = [
      bar('Chrome', '12 passed, 0 failed'),
      bar('WebKit', '0 passed, 0 failed'),
      bar('Chrome', '80 passed, 1 failed'),
      bar('WebKit 2.50.6', '78 passed, 2 failed, 3 skipped'),
    ].join('\n');
    assert.deepEqual(browserCount(output), { passed: 158, failed: 3 });
  });

  test('counts a browser that ran no test as a failure', () => {
    const output = [bar('Chrome', '80 passed, 0 failed'), bar('Firefox', '0 passed, 0 failed')];
    assert.deepEqual(browserCount(output.join('\n')), { passed: 80, failed: 1 });
  });

  test('reads the totals of Node and of our own tools', () => {
    const output = 'ok 1 - a\n# pass 7\n# fail 2\n# cancelled 1\n';
    assert.deepEqual(nodeCount(output), { passed: 7, failed: 3 });
    const cutShort = 'ok 1 - a\n';
    assert.deepEqual(nodeCount(cutShort), { passed: 0, failed: 1 }, 'it ended before its end');
    assert.deepEqual(ownCount('5 passed, 0 failed\n\n3 passed, 2 failed\n'), {
      passed: 3,
      failed: 2,
    });
  });

  test('names the tests that failed once', () => {
    const output = [
      '    ok 1 - a',
      '    not ok 2 - b',
      ' ❌ c (failed on Firefox)',
      ' ❌ c (failed on Firefox)',
    ];
    assert.equal(failuresIn(output.join('\n')), '    not ok 2 - b\n ❌ c (failed on Firefox)');
  });

  test('shows the end of an output that names none', () => {
    assert.match(failuresIn(`${'line\n'.repeat(100)}error TS2304`), /^(?:line\n){29}error TS2304$/);
  });
});
