import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { findChrome } from './browsers/chrome.js';
import { findFirefox } from './browsers/firefox.js';
import { nodeTestsIn } from './node-tests.js';
import { browserCount, failuresIn, nodeCount, ownCount } from './test-output.js';

/**
 * Runs checks and tests and ends with one line `N passed, N failed`. Anything that does not finish counts as failed.
 *
 * - `npm test`: the checks and tests that a change usually breaks, in one browser (Chromium).
 * - `CI=1 npm test`, which is `.ci/run`: every check and test, in three browsers; and the short part of the audit and of
 *   what a screen reader says.
 * - `npm run test:all`: the whole audit, every journey with a screen reader and every example as well. Writes test/last-full-run.json,
 *   to be committed.
 * - `npm test -- types unit`: only the named steps, all of each.
 */

/** @typedef {import('./test-output.js').Count} Count */

const args = process.argv.slice(2);
const wanted = args.filter((name) => name !== '--all');
/** 1: a newcomer's machine, 2: continuous integration, 3: everything. */
const tier = args.includes('--all') ? 3 : process.env['CI'] || wanted.length ? 2 : 1;

/** Tests that take long because they start processes, builds or audits: from the second tier on. */
const LONG =
  /demo\/(?:failed-attempts|failover|full-disk|lost-connections|process|race|session-settings|stopping|two-processes|unavailable)|tools\/(?:audit|audit-settings|check-sizes|lucka-check|reproducible)\.test/;

const nodeTests = (/** @type {string[]} */ ...folders) => [
  '--test',
  '--test-concurrency=1',
  ...nodeTestsIn(folders).filter((file) => tier > 1 || !LONG.test(file)),
];

/**
 * @typedef {object} Step
 * @property {string[]} command
 * @property {(output: string) => Count} [count]
 * @property {2 | 3} [tier] the first tier that has it; 1 by default
 * @property {true} [beside] runs in parallel with the previous step: they do not depend on each other
 * @property {Readonly<Record<string, string>>} [environment] in addition to that of this process
 */

/** @type {Record<string, Step>} */
const STEPS = {
  format: {
    command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  },
  // Before the types: Storybook's settings import the manifest that the build writes.
  build: { command: ['tools/build.js'], beside: true },
  types: { command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
  'types of tools': {
    command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.node.json'],
    beside: true,
  },
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
    beside: true,
  },
  generated: { command: ['tools/generate.js', '--check'] },
  // Not in parallel with a step that reads the translations: it writes them again.
  languages: { command: ['tools/check-languages.js'], beside: true },
  content: { command: ['tools/check-content.js'] },
  package: { command: ['node_modules/publint/src/cli.js', '--strict'], beside: true },
  'package types': {
    command: ['node_modules/@arethetypeswrong/cli/dist/index.js', '--pack', '.', '--quiet'],
    tier: 2,
  },
  sizes: { command: ['tools/check-sizes.js'], tier: 2, beside: true },
  pure: { command: ['tools/pure-tests.js'], count: nodeCount },
  architecture: {
    command: nodeTests('test/architecture', 'test/elements'),
    count: nodeCount,
    beside: true,
  },
  unit: {
    command: ['node_modules/@web/test-runner/dist/bin.js'],
    count: browserCount,
    ...(tier === 1 && !process.env['BROWSERS'] && { environment: { BROWSERS: 'chromium' } }),
  },
  service: { command: nodeTests('test/demo'), count: nodeCount, beside: true },
  storybook: { command: ['tools/build-storybook.js'], tier: 2 },
  tools: { command: nodeTests('test/tools'), count: nodeCount, beside: true },
  'end to end': { command: nodeTests('test/e2e'), count: nodeCount, tier: 2 },
  audit: {
    command: ['tools/audit.js', ...(tier === 3 ? [] : ['--quick'])],
    count: ownCount,
    tier: 2,
  },
  'agency stories': {
    command: ['tools/agency-stories.js', ...(tier === 3 ? [] : ['--quick'])],
    count: ownCount,
    tier: 2,
  },
  consumers: {
    command: nodeTests('test/consumers', 'test/examples/vite-react', 'test/hosts'),
    count: nodeCount,
    tier: 2,
    beside: true,
  },
  // By itself: development servers of frameworks need both cores.
  examples: {
    command: nodeTests('test/examples').filter((file) => !file.includes('vite-react')),
    count: nodeCount,
    tier: 3,
  },
  'Node versions': {
    command: ['tools/test-node.js', ...(tier === 3 ? ['--all'] : [])],
    count: ownCount,
    tier: 2,
  },
  'old browsers': { command: nodeTests('test/old-browsers'), count: nodeCount, tier: 2 },
  // By itself: what Orca says comes late on a busy machine.
  'screen reader': {
    command: ['test/screen-reader/main.js', ...(tier === 3 ? [] : ['--short'])],
    count: ownCount,
    tier: 2,
  },
};

/** @typedef {Count & { name: string, seconds: number, output: string }} Result */

/** @param {string} name @returns {Promise<Result>} */
async function run(name) {
  const step = STEPS[name] ?? { command: [] };
  const { command, count = () => ({ passed: 1, failed: 0 }), environment } = step;
  const started = Date.now();
  const { code, output } = await finished(command, environment);
  console.log(`\n── ${name}\n${output}`);
  const counted = count(output);
  // A step that fails without a failed test of its own (a crash, a lint error) is one failure.
  const result =
    code && !counted.failed
      ? { passed: count === STEPS[name]?.count ? counted.passed : 0, failed: 1 }
      : counted;
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`   ${result.passed} passed, ${result.failed} failed, ${seconds} s`);
  return { name, ...result, seconds, output };
}

/**
 * @param {string[]} command
 * @param {Readonly<Record<string, string>>} [environment]
 * @returns {Promise<{ code: number, output: string }>}
 */
function finished(command, environment) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => (output += data));
    }
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Writes the result of the complete run, with date and versions. @param {readonly Result[]} results @param {Count} total */
function record(results, total) {
  const firstLine = (
    /** @type {string | undefined} */ command,
    /** @type {string[]} */ parameters,
  ) =>
    command
      ? spawnSync(command, parameters, { encoding: 'utf8' }).stdout.trim().split('\n')[0]
      : '';
  const outputs = results.map(({ output }) => output).join('\n');
  const text = JSON.stringify(
    {
      date: new Date().toISOString(),
      commit: firstLine('git', ['rev-parse', 'HEAD']),
      versions: {
        node: process.version,
        chromium: firstLine(findChrome(), ['--version']),
        firefox: firstLine(findFirefox(), ['--version']),
        webkit: /^WebKit [\d.]+(?=:)/m.exec(outputs)?.[0] ?? '',
      },
      passed: total.passed,
      failed: total.failed,
      steps: results.map(({ name, passed, failed, seconds }) => ({
        name,
        passed,
        failed,
        seconds,
      })),
    },
    undefined,
    2,
  );
  writeFileSync('test/last-full-run.json', `${text}\n`);
}

const unknown = wanted.filter((name) => !STEPS[name]);
if (unknown.length)
  throw new Error(
    `No such step: ${unknown.join(', ')}. There are: ${Object.keys(STEPS).join(', ')}.`,
  );

const started = Date.now();
const usual = Object.keys(STEPS).filter((name) => (STEPS[name]?.tier ?? 1) <= tier);
/** @type {string[][]} what runs at the same time: two steps at most */
const groups = [];
for (const name of wanted.length ? wanted : usual) {
  const group = STEPS[name]?.beside && groups.at(-1);
  if (group && group.length < 2) group.push(name);
  else groups.push([name]);
}
/** @type {Result[]} */
const results = [];
for (const group of groups) {
  console.log(`\n… ${group.join(' and ')}`);
  results.push(...(await Promise.all(group.map(run))));
}
const total = { passed: 0, failed: 0 };
for (const { passed, failed } of results) {
  total.passed += passed;
  total.failed += failed;
}
if (tier === 3 && !wanted.length) record(results, total);
for (const { name, failed, output } of results)
  if (failed) console.log(`\n── what failed in ${name}\n${failuresIn(output)}`);
console.log(`\n${results.map(({ name, seconds }) => `${name} ${seconds} s`).join(', ')}`);
console.log(`${Math.round((Date.now() - started) / 1000)} s in all`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
