import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { findChrome } from './browsers/chrome.js';
import { findFirefox } from './browsers/firefox.js';
import { nodeTestsIn } from './node-tests.js';
import { runStep } from './run-step.js';
import { browserCount, endOf, failuresIn, nodeCount, ownCount } from './test-output.js';

/**
 * Runs checks and tests and ends with one line `N passed, N failed`.
 *
 * - `npm test`: the checks and tests that a change usually breaks, in one browser (Chromium).
 * - `CI=1 npm test`, which is `.ci/run`: every check and test, in three browsers; and the short part of the audit and of
 *   what a screen reader says.
 * - `npm run test:all`: the whole audit, every journey with a screen reader and every example as well. Writes test/last-full-run.json,
 *   to be committed.
 * - `npm test -- types unit`: only the named steps, all of each.
 */

const args = process.argv.slice(2);
const wanted = args.filter((name) => name !== '--all');
/** 1: a newcomer's machine, 2: continuous integration, 3: everything. */
const tier = args.includes('--all') ? 3 : process.env['CI'] || wanted.length ? 2 : 1;

/** Tests that take long because they start processes, builds or audits: from the second tier on. */
const LONG =
  /demo\/(?:failed-attempts|failover|full-disk|lost-connections|process|race|session-settings|stopping|two-processes|unavailable)|tools\/(?:audit|audit-settings|check-sizes|lucka-check|reproducible)\.test/;

/** Tests that build the project again, in its folder. */
const REBUILDS = /tools\/(?:release|reproducible)\.test/;

/** @param {...string} folders */
const nodeTests = (...folders) =>
  nodeTestsIn(folders).filter((file) => tier > 1 || !LONG.test(file));

/** @type {Record<string, import('./run-step.js').Step>} */
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
    files: nodeTests('test/architecture', 'test/elements'),
    beside: true,
  },
  unit: {
    command: ['node_modules/@web/test-runner/dist/bin.js'],
    count: browserCount,
    minutes: 40,
    ...(tier === 1 && !process.env['BROWSERS'] && { environment: { BROWSERS: 'chromium' } }),
  },
  service: { files: nodeTests('test/demo'), beside: true },
  tools: {
    files: nodeTests('test/tools').filter((file) => !REBUILDS.test(file)),
    beside: true,
  },
  // By themselves: they build again what other tests use.
  rebuild: { files: nodeTests('test/tools').filter((file) => REBUILDS.test(file)) },
  storybook: { command: ['tools/build-storybook.js'], tier: 2 },
  'end to end': { files: nodeTests('test/e2e'), atOnce: 2, tier: 2 },
  audit: {
    command: ['tools/audit.js', ...(tier === 3 ? [] : ['--quick'])],
    count: ownCount,
    tier: 2,
    minutes: tier === 3 ? 180 : 25,
  },
  'agency stories': {
    command: ['tools/agency-stories.js', ...(tier === 3 ? [] : ['--quick'])],
    count: ownCount,
    tier: 2,
  },
  consumers: {
    files: nodeTests('test/consumers', 'test/examples/vite-react', 'test/hosts'),
    tier: 2,
    beside: true,
  },
  // By itself: development servers of frameworks need both cores.
  examples: {
    files: nodeTests('test/examples').filter((file) => !file.includes('vite-react')),
    tier: 3,
  },
  'Node versions': {
    command: ['tools/test-node.js', ...(tier === 3 ? ['--all'] : [])],
    count: ownCount,
    tier: 2,
    minutes: tier === 3 ? 60 : 20,
  },
  'old browsers': {
    files: nodeTests('test/old-browsers'),
    tier: 2,
    beside: true,
  },
  // By itself: what Orca says comes late on a busy machine.
  'screen reader': {
    command: ['test/screen-reader/main.js', ...(tier === 3 ? [] : ['--short'])],
    count: ownCount,
    tier: 2,
    minutes: tier === 3 ? 240 : 15,
  },
};

/** Writes the result of the complete run, with date and versions. @param {readonly import('./run-step.js').Result[]} results @param {import('./test-output.js').Count} total */
function record(results, total) {
  const firstLine = (
    /** @type {string | undefined} */ command,
    /** @type {string[]} */ parameters,
  ) =>
    command
      ? spawnSync(command, parameters, { encoding: 'utf8' }).stdout.trim().split('\n')[0]
      : '';
  const outputs = results
    .flatMap(({ outcomes }) => outcomes.map(({ output }) => output))
    .join('\n');
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
/** @type {string[][][]} what runs at the same time: two lanes at most, each with steps that run one after another */
const groups = [];
for (const name of wanted.length ? wanted : usual) {
  const group = groups.at(-1);
  if (STEPS[name]?.beside && group && !wanted.length) group[1] = [...(group[1] ?? []), name];
  else groups.push([[name]]);
}
/** @type {import('./run-step.js').Result[]} */
const results = [];
for (const lanes of groups) {
  console.log(`\n… ${lanes.map((names) => names.join(', then ')).join('; beside it ')}`);
  await Promise.all(
    lanes.map(async (names) => {
      for (const name of names) results.push(await runStep(name, STEPS[name] ?? {}));
    }),
  );
}
const order = Object.keys(STEPS);
results.sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
const total = { passed: 0, failed: 0 };
for (const { passed, failed } of results) {
  total.passed += passed;
  total.failed += failed;
}
if (tier === 3 && !wanted.length) record(results, total);
for (const { title, failed, output, stopped } of results.flatMap(({ outcomes }) => outcomes)) {
  if (stopped) console.log(`\n── what did not end in ${title}\n${endOf(stopped)}`);
  if (failed) console.log(`\n── what failed in ${title}\n${failuresIn(output)}`);
}
console.log(`\n${results.map(({ name, seconds }) => `${name} ${seconds} s`).join(', ')}`);
console.log(`${Math.round((Date.now() - started) / 1000)} s in all`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
