import { spawn } from 'node:child_process';
import { nodeTestsIn } from './node-tests.js';

/**
 * `npm test`: every check and every test, one after another, then one closing line `N passed, N failed`. Anything that
 * does not finish counts as failed. `npm test -- types unit` runs only the named steps.
 */

/** @typedef {{ passed: number, failed: number }} Count */

/** @param {string} output @param {RegExp} pattern the last match counts */
const lastNumber = (output, pattern) => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);

/** What @web/test-runner says of each browser: `Chrome: |███| 7/7 test files | 80 passed, 0 failed`. @param {string} output @returns {Count} */
function browserCount(output) {
  const browsers = new Map();
  for (const [, name, passed, failed] of output.matchAll(
    /^(\w[\w. ]*): +\|.*\| (\d+) passed, (\d+) failed/gm,
  )) {
    browsers.set(name, { passed: Number(passed), failed: Number(failed) });
  }
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    [...browsers.values()].reduce((all, each) => all + each[key], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}

/** @param {string} output of `node --test` @returns {Count} */
const nodeCount = (output) => ({
  passed: lastNumber(output, /^(?:#|ℹ) pass (\d+)/gm),
  failed: lastNumber(output, /^(?:#|ℹ) fail (\d+)/gm),
});

/** A tool that prints `N passed, N failed` as its last line. @param {string} output @returns {Count} */
const ownCount = (output) => ({
  passed: lastNumber(output, /(\d+) passed, \d+ failed\s*$/gm),
  failed: lastNumber(output, /\d+ passed, (\d+) failed\s*$/gm),
});

const nodeTests = (/** @type {string[]} */ ...folders) => [
  '--test',
  '--test-concurrency=1',
  ...nodeTestsIn(folders),
];

/**
 * @typedef {object} Step
 * @property {string[]} command
 * @property {(output: string) => Count} [count]
 * @property {true} [underCi] only there, or when it is named, since it installs more than the project's own packages
 * @property {true} [beside] runs at the same time as the step before it: one waits for a browser, the other for a database
 *   or for packages
 */

/** @type {Record<string, Step>} */
const STEPS = {
  format: {
    command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  },
  // Before the types: Storybook's settings import the manifest that the build writes.
  build: { command: ['tools/build.js'] },
  types: { command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
  'types of tools': { command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.node.json'] },
  lint: { command: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
  templates: {
    command: [
      'node_modules/lit-analyzer/cli.js',
      '--strict',
      '--rules.no-invalid-css',
      'off',
      '--rules.no-incompatible-type-binding',
      'off',
      'src/**/*.ts',
    ],
  },
  generated: { command: ['tools/generate.js', '--check'] },
  languages: { command: ['tools/check-languages.js'] },
  content: { command: ['tools/check-content.js'] },
  package: { command: ['node_modules/publint/src/cli.js', '--strict'] },
  'package types': {
    command: ['node_modules/@arethetypeswrong/cli/dist/index.js', '--pack', '.', '--quiet'],
  },
  sizes: { command: ['tools/check-sizes.js'], beside: true },
  unit: { command: ['node_modules/@web/test-runner/dist/bin.js'], count: browserCount },
  node: {
    command: nodeTests('test/architecture', 'test/elements', 'test/tools', 'test/demo'),
    count: nodeCount,
    beside: true,
  },
  'end to end': { command: nodeTests('test/e2e'), count: nodeCount },
  storybook: { command: ['tools/build-storybook.js'] },
  audit: { command: ['tools/audit.js', '--quick'], count: ownCount },
  consumers: {
    command: nodeTests('test/consumers', 'test/hosts'),
    count: nodeCount,
    underCi: true,
    beside: true,
  },
  'old browsers': { command: nodeTests('test/old-browsers'), count: nodeCount, underCi: true },
};

/** @param {string} name @returns {Promise<Count>} */
async function run(name) {
  const { command, count = () => ({ passed: 1, failed: 0 }) } = STEPS[name] ?? { command: [] };
  const started = Date.now();
  const { code, output } = await finished(command);
  console.log(`\n── ${name}\n${output}`);
  const counted = count(output);
  // A step that fails without a failed test of its own (a crash, a lint error) is one failure.
  const result =
    code && !counted.failed
      ? { passed: count === STEPS[name]?.count ? counted.passed : 0, failed: 1 }
      : counted;
  console.log(
    `   ${result.passed} passed, ${result.failed} failed, ${((Date.now() - started) / 1000).toFixed(0)} s`,
  );
  return result;
}

/** @param {string[]} command @returns {Promise<{ code: number, output: string }>} */
function finished(command) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => (output += data));
    }
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS[name]);
if (unknown.length)
  throw new Error(
    `No such step: ${unknown.join(', ')}. There are: ${Object.keys(STEPS).join(', ')}.`,
  );

const total = { passed: 0, failed: 0 };
const usual = Object.keys(STEPS).filter((name) => process.env['CI'] || !STEPS[name]?.underCi);
/** @type {string[][]} what runs at the same time */
const groups = [];
for (const name of wanted.length ? wanted : usual) {
  const group = STEPS[name]?.beside && groups.at(-1);
  if (group) group.push(name);
  else groups.push([name]);
}
for (const group of groups) {
  console.log(`\n… ${group.join(' and ')}`);
  for (const { passed, failed } of await Promise.all(group.map(run))) {
    total.passed += passed;
    total.failed += failed;
  }
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
