import { runCommand } from './run-command.js';
import { nodeCount } from './test-output.js';

/** How long a command, or a file of tests, may take unless the step says otherwise, in minutes. */
const COMMAND = 10;
const FILE = 6;

/** @typedef {import('./test-output.js').Count} Count */

/**
 * @typedef {object} Step one command, or files of Node tests that are a process each
 * @property {string[]} [command] script and arguments
 * @property {(output: string) => Count} [count] of the command; 1 passed by default
 * @property {string[]} [files]
 * @property {number} [atOnce] files that run in parallel; 1 by default
 * @property {2 | 3} [tier] the first tier that has it; 1 by default
 * @property {true} [beside] runs in a second lane, beside the last step without it; steps in this lane run one after
 *   another. They do not depend on that step. Steps that are named on the command line run one after another
 * @property {number} [minutes] how long the command, or each file, may take; 10 and 6 by default. Well above what it takes
 *   in continuous integration
 * @property {Readonly<Record<string, string>>} [environment] in addition to that of this process
 */

/**
 * What was run, and how it ended.
 *
 * @typedef {Count & { title: string, output: string, stopped: string }} Outcome `stopped` is what a first attempt wrote that
 *   took too long; '' without one
 */

/** @typedef {Count & { name: string, seconds: number, outcomes: Outcome[] }} Result */

/**
 * Runs a step and prints what it writes. What takes longer than it may is stopped and run once more; when it does not end
 * then either, that is a failure.
 *
 * @param {string} name
 * @param {Step} step
 * @returns {Promise<Result>}
 */
export async function runStep(name, { command = [], count, files, atOnce = 1, ...options }) {
  const { minutes = files ? FILE : COMMAND, environment } = options;
  const limit = minutes * 60_000;
  const started = Date.now();
  const waiting = files
    ? files.map((file) => ({
        title: `${name}, ${file}`,
        command: ['--test-reporter=tap', file],
        count: nodeCount,
      }))
    : [{ title: name, command, count }];
  /** @type {Outcome[]} */
  const outcomes = [];
  if (!waiting.length) {
    const output = 'There are no files of tests.';
    outcomes.push({ title: name, passed: 0, failed: 1, output, stopped: '' });
  }
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      outcomes.push(await runOne(next, { limit, ...(environment && { environment }) }));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    outcomes.reduce((all, outcome) => all + outcome[key], 0);
  const [passed, failed] = [sum('passed'), sum('failed')];
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`   ${name}: ${passed} passed, ${failed} failed, ${seconds} s`);
  return { name, passed, failed, seconds, outcomes };
}

/**
 * @param {{ title: string, command: string[], count: Step['count'] }} what
 * @param {Parameters<typeof runCommand>[1]} options
 * @returns {Promise<Outcome>}
 */
async function runOne({ title, command, count }, options) {
  let ended = await runCommand(command, options);
  const stopped = ended.isStopped ? ended.output : '';
  if (ended.isStopped) {
    console.log(`\n── ${title}, first attempt, stopped\n${stopped}`);
    ended = await runCommand(command, options);
  }
  const { code, output } = ended;
  console.log(`\n── ${title}\n${output}`);
  const counted = count?.(output) ?? { passed: code ? 0 : 1, failed: 0 };
  // What fails without a failed test of its own (a crash, a lint error) is one failure.
  const failed = counted.failed || (code ? 1 : 0);
  return { title, passed: counted.passed, failed, output, stopped };
}
