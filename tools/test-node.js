import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { nodeTestsIn } from './node-tests.js';
import { nodeCount } from './test-output.js';

/**
 * `npm run test:node`: installs, builds, starts and tests the project with the newest Node, in a folder of its own; with `--all` with each
 * version that is supported; `npm run test:node -- 24` with that one. Ends with `N passed, N failed`. The versions of Node come from npm
 * packages and are kept in node_modules/.cache.
 */

/** The oldest version that is supported, and the newest of each later line when this was written. */
const VERSIONS = ['20.19.0', '22.23.3', '24.21.0', '26.12.1'];

/** Tests that need a browser, or build everything again. */
const LEFT_OUT =
  /agency-stories|audit|check-sizes|lucka-content|release|reproducible|screen-reader/;

/** How long a part may take, in ms. */
const LIMIT = 600_000;

const CACHE = resolve('node_modules/.cache/lucka/node');

/** @param {string} version @returns {string} path of its program */
function nodeOf(version) {
  const place = join(CACHE, version);
  const program = join(place, 'bin/node');
  if (existsSync(program)) return program;
  const folder = mkdtempSync(join(tmpdir(), 'lucka-node-'));
  const name = `node-${process.platform}-${process.arch}@${version}`;
  const packed = execFileSync('npm', ['pack', '--silent', name], { cwd: folder, encoding: 'utf8' });
  const archive = packed.trim().split('\n').at(-1) ?? '';
  execFileSync('tar', ['-xzf', archive, 'package/bin/node'], { cwd: folder });
  mkdirSync(CACHE, { recursive: true });
  // From another file system a folder cannot be renamed: it is copied, and has its name when it is complete.
  const draft = `${place}.${process.pid}`;
  cpSync(join(folder, 'package'), draft, { recursive: true });
  renameSync(draft, place);
  rmSync(folder, { recursive: true });
  return program;
}

/** A copy of the project as it is in the work tree, without what is built or installed. @param {string} folder */
function copyProject(folder) {
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const file of new Set(listed.split('\0')))
    if (file && file !== 'node_modules' && existsSync(file)) cpSync(file, join(folder, file));
}

/** npm itself, to be run by any Node. */
function npmProgram() {
  const npm = execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim();
  return join(npm, 'npm/bin/npm-cli.js');
}

/** @typedef {{ node: string, cwd: string, env: NodeJS.ProcessEnv }} Place */

/** @param {Place} place @param {string[]} parameters */
function run({ node, cwd, env }, parameters) {
  const options = /** @type {const} */ ({ cwd, env, encoding: 'utf8', timeout: LIMIT });
  const { status, stdout, stderr } = spawnSync(node, parameters, options);
  return { status, output: `${stdout}${stderr}` };
}

/** Starts the demo page with `npm start`'s program and opens it. @param {Place} place */
async function starts({ node, cwd, env }) {
  const child = spawn(node, ['tools/start.js'], { cwd, env: { ...env, PORT: '0' } });
  let output = '';
  try {
    const address = await new Promise((resolve, reject) => {
      const read = (/** @type {Buffer} */ data) => {
        output += data;
        const found = /page: (http:\/\/\S+)/.exec(output)?.[1];
        if (found) resolve(found);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.on('exit', () => reject(new Error('It ended.')));
      setTimeout(() => reject(new Error('It did not start.')), 120_000).unref();
    });
    const { status } = await fetch(address, { signal: AbortSignal.timeout(20_000) });
    return { status: status === 200 ? 0 : 1, output: `${output}${status}` };
  } catch (error) {
    return { status: 1, output: `${output}${error}` };
  } finally {
    child.kill();
  }
}

/**
 * @param {string} version
 * @returns {Promise<{ passed: number, failed: number }>}
 */
async function testWith(version) {
  const node = nodeOf(version);
  const cwd = mkdtempSync(join(tmpdir(), 'lucka-with-node-'));
  copyProject(cwd);
  const env = {
    ...process.env,
    PATH: [dirname(node), process.env['PATH'] ?? ''].join(delimiter),
  };
  const place = { node, cwd, env };
  const total = { passed: 0, failed: 0 };
  /** @param {string} name @param {() => { status: number | null, output: string } | Promise<{ status: number | null, output: string }>} act */
  const step = async (
    name,
    act,
    /** @type {(output: string) => typeof total} */ count = () => ({ passed: 1, failed: 0 }),
  ) => {
    const started = Date.now();
    const { status, output } = await act();
    const { passed, failed } = count(output);
    // What ends with an error and names no failed test is one failure.
    const isBroken = status !== 0 && !failed;
    total.passed += isBroken && passed === 1 ? 0 : passed;
    total.failed += failed + (isBroken ? 1 : 0);
    if (status !== 0) console.log(output);
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(`Node ${version}, ${name}: ${status === 0 ? 'passed' : 'failed'}, ${seconds} s`);
    return status === 0;
  };
  try {
    const install = [npmProgram(), 'ci', '--ignore-scripts', '--no-audit', '--no-fund'];
    const isReady =
      (await step('install', () => run(place, [...install, '--prefer-offline']))) &&
      (await step('build', () => run(place, ['tools/build.js'])));
    if (!isReady) return total;
    await step('start', () => starts(place));
    await step('pure tests', () => run(place, ['tools/pure-tests.js']), nodeCount);
    const files = nodeTestsIn(['test/architecture', 'test/elements', 'test/tools']).filter(
      (file) => !LEFT_OUT.test(file),
    );
    const parameters = ['--test', '--test-concurrency=1', '--test-reporter=tap', ...files];
    await step('Node tests', () => run(place, parameters), nodeCount);
    return total;
  } finally {
    rmSync(cwd, { recursive: true, force: true, maxRetries: 3 });
  }
}

const wanted = process.argv.slice(2);
const versions = wanted.includes('--all')
  ? VERSIONS
  : VERSIONS.filter((version) => wanted.some((line) => version.startsWith(`${line}.`)));
const total = { passed: 0, failed: 0 };
for (const version of versions.length ? versions : VERSIONS.slice(-1)) {
  const { passed, failed } = await testWith(version);
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
