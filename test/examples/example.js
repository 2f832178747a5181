import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/free-port.js';
import { allDrawn, hostSite, POLICY } from '../support/host-site.js';
import { launchBrowser, watchedPage } from '../support/browser.js';
import { until } from '../support/until.js';

/** Nothing is sent to the makers of the frameworks. */
const env = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
};

/** @param {string} command @param {string[]} parameters @param {string} cwd @returns {string} its output */
export function run(command, parameters, cwd) {
  const { status, stdout, stderr } = spawnSync(command, parameters, { cwd, env, encoding: 'utf8' });
  assert.equal(status, 0, `${command} ${parameters.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

/** The packed package, in this folder. @param {string} folder @returns {string} its path */
function packInto(folder) {
  const packed = run('npm', ['pack', '--silent', '--pack-destination', folder], '.');
  return join(folder, packed.trim().split('\n').at(-1) ?? '');
}

/**
 * A copy of the example in a folder of its own.
 *
 * @param {string} name its folder in examples/
 */
function copyExample(name) {
  const folder = mkdtempSync(join(tmpdir(), 'lucka-example-'));
  const project = join(folder, name);
  cpSync(join('examples', name), project, { recursive: true });
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  return { folder, project, remove };
}

/**
 * A copy of the example with the browser build of the packed package, as examples/README.md says.
 *
 * @param {string} name
 * @param {string} place where the server has its files, in the example
 */
export function copyWithBrowserBuild(name, place) {
  const example = copyExample(name);
  run('tar', ['-xzf', packInto(example.folder), 'package/cdn'], example.folder);
  cpSync(join(example.folder, 'package/cdn'), join(example.project, place), { recursive: true });
  return example;
}

/** A copy of the example with its packages and the packed one, as examples/README.md says. @param {string} name */
export function installExample(name) {
  const example = copyExample(name);
  const options = ['--ignore-scripts', '--no-audit', '--no-fund'];
  run('npm', ['install', ...options, packInto(example.folder)], example.project);
  return example;
}

/**
 * The strict policy, with the hashes of the scripts that a framework writes into this page.
 *
 * @param {string} html
 * @param {string} addition what the framework needs besides, after the names of the policies for trusted types
 */
function policyFor(html, addition) {
  const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.+?)<\/script>/gs)].map(
    ([, text = '']) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return POLICY.replace("script-src 'self'", `$&${hashes.join('')}`) + addition;
}

/**
 * Opens the page that an example has built, as a web server would serve it.
 *
 * @param {string} root the folder of the built page
 * @param {string} [addition] what the framework needs besides the strict policy, at its end
 */
export async function openBuilt(root, addition = '') {
  const site = await hostSite({ root });
  const html = readFileSync(join(root, 'index.html'), 'utf8');
  site.policies.set('/index.html', policyFor(html, addition));
  try {
    const { page, faults } = await watchedPage(await site.browser.newContext(), site.base);
    await page.goto(`${site.base}/index.html`);
    await allElementsDrawn(page);
    return { site, page, faults };
  } catch (error) {
    // A server that goes on would keep the test from ending.
    await site.close();
    throw error;
  }
}

/** The built page in a browser that runs no scripts. @param {string} root the folder of the built page */
export async function withoutScripts(root) {
  const site = await hostSite({ root });
  const page = await (await site.browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${site.base}/index.html`);
  return { page, close: site.close };
}

/** @param {import('playwright-core').Page} page */
async function allElementsDrawn(page) {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('*')].some(({ localName }) => localName.startsWith('lucka-')),
  );
  await allDrawn(page);
}

/**
 * What people do in the examples with two elements; the page tells what their events told it.
 *
 * @param {import('playwright-core').Page} page
 */
export async function useTwoElements(page) {
  const wizard = page.locator('lucka-document-wizard');
  assert.equal(await wizard.getAttribute('heading-level'), '3');
  await page.getByRole('heading', { level: 3, name: /Which documents prove/ }).waitFor();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByText('Asked: q-submitted').waitFor();
  await page.getByRole('textbox', { name: 'Your message' }).fill('When will I get a letter?');
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByText('25 characters.').waitFor();
}

/**
 * Uses the page that an example has built, under the strict policy. Fails for whatever the browser reports.
 *
 * @param {string} root the folder of the built page
 * @param {string} [addition] what the framework needs besides the strict policy
 * @param {(page: import('playwright-core').Page) => Promise<unknown>} [first] what is there before anything is pressed
 */
export async function useBuilt(root, addition, first) {
  const { site, page, faults } = await openBuilt(root, addition);
  try {
    await first?.(page);
    await useTwoElements(page);
    assert.deepEqual(faults, []);
  } finally {
    await site.close();
  }
}

/**
 * Uses the page of an example's development server. Fails for whatever the browser reports.
 *
 * @param {string} cwd
 * @param {(port: number) => string} commandFor
 */
export async function useServed(cwd, commandFor) {
  const { page, faults, close } = await openServed(cwd, commandFor);
  try {
    await useTwoElements(page);
    assert.deepEqual(withoutLitsNote(faults), []);
  } finally {
    await close();
  }
}

/** Frameworks run Lit's development build in their development servers. @param {readonly string[]} faults */
const withoutLitsNote = (faults) =>
  faults.filter((fault) => !fault.startsWith('console: Lit is in dev mode.'));

/**
 * Opens the page of a server that runs in the example's folder: its development server, which tells more than a build (such as what
 * differs between the server's markup and the browser's), or PHP's own.
 *
 * @param {string} cwd
 * @param {(port: number) => string} commandFor
 */
export async function openServed(cwd, commandFor) {
  const port = await freePort();
  const [command = '', ...parameters] = commandFor(port).split(' ');
  // A group of its own: a server of npm's has processes below it.
  const server = spawn(command, parameters, { cwd, env, stdio: 'ignore', detached: true });
  const stop = () => {
    try {
      process.kill(-(server.pid ?? 0), 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
  process.once('exit', stop);
  // Whoever is ended by a signal has no exit.
  process.once('SIGTERM', () => process.exit(1));
  const base = `http://127.0.0.1:${port}`;
  const browser = await launchBrowser();
  const close = async () => {
    await browser.close();
    stop();
  };
  try {
    await until(() =>
      fetch(base).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    const { page, faults } = await watchedPage(await browser.newContext(), base);
    await page.goto(base);
    await allElementsDrawn(page);
    return { page, faults, base, browser, close };
  } catch (error) {
    await close();
    throw error;
  }
}
