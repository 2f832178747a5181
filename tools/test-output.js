/** Reads what the steps of the tests print. */

/** @typedef {{ passed: number, failed: number }} Count */

/** @param {string} output @param {RegExp} pattern the last match counts */
const lastNumber = (output, pattern) => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);

/** What @web/test-runner says of each browser: `Chrome: |███| 7/7 test files | 80 passed, 0 failed`. @param {string} output @returns {Count} */
export function browserCount(output) {
  const browsers = new Map();
  // WebKit's name gets its version once it has started.
  for (const [, name, passed, failed] of output.matchAll(
    /^(\w+)[\w. ]*: +\|.*\| (\d+) passed, (\d+) failed/gm,
  )) {
    browsers.set(name, { passed: Number(passed), failed: Number(failed) });
  }
  const counts = [...browsers.values()];
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    counts.reduce((all, each) => all + each[key], 0);
  // A browser that runs no test fails: @web/test-runner counts none when it cannot open a page.
  const silent = counts.filter(({ passed, failed }) => !passed && !failed).length;
  return { passed: sum('passed'), failed: sum('failed') + silent };
}

/** @param {string} output of Node tests @returns {Count} failed: also those that were cancelled; 1 when the end is missing */
export function nodeCount(output) {
  const last = (/** @type {string} */ key) =>
    lastNumber(output, new RegExp(`^(?:#|ℹ) ${key} (\\d+)`, 'gm'));
  if (!/^(?:#|ℹ) pass \d/m.test(output)) return { passed: 0, failed: 1 };
  return { passed: last('pass'), failed: last('fail') + last('cancelled') };
}

/** A tool that prints `N passed, N failed` as its last line. @param {string} output @returns {Count} */
export const ownCount = (output) => ({
  passed: lastNumber(output, /(\d+) passed, \d+ failed\s*$/gm),
  failed: lastNumber(output, /\d+ passed, (\d+) failed\s*$/gm),
});

/** How much of an output is shown that names no failed test, in lines. */
const TAIL = 30;

/** @param {string} output @returns {string} its last lines */
export const endOf = (output) => output.split('\n').slice(-TAIL).join('\n');

/** The tests that failed, a line each; the end of the output when it names none. @param {string} output @returns {string} */
export function failuresIn(output) {
  const named = output.split('\n').filter((line) => /^\s*(?:not ok \d|❌|✖)/u.test(line));
  return named.length ? [...new Set(named)].join('\n') : endOf(output);
}
