import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launchBrowser } from '../../tools/cli/audit/browser.js';
import { pathText } from '../../tools/cli/audit/findings.js';
import { optionsOf } from '../../tools/cli/audit/main.js';
import { runAudit } from '../../tools/cli/audit/run.js';
import { readSettings } from '../../tools/cli/audit/settings.js';
import { findPages } from '../../tools/cli/audit/sources.js';
import { summarise } from '../../tools/cli/audit/summary.js';
import { parseView } from '../../tools/cli/audit/views.js';
import { writeReports } from '../../tools/cli/audit/write.js';
import { auditSite } from '../support/audit-site.js';
import { page } from '../support/seeded-page.js';

const IMAGE =
  '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" width="40" height="40"';

/** A page on which an image without a text alternative has as its class what the page sees of the browser. */
const sees = (/** @type {string} */ what) =>
  page(
    '<p id="place"></p>',
    `document.querySelector('#place').innerHTML = '${IMAGE} class="' + ${what} + '">';`,
  );

// At the same time, since each waits for its page more than it works.
describe('an option of the audit', { concurrency: 4 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'lucka-options-'));
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof auditSite>>} */
  let site;

  before(async () => {
    browser = await launchBrowser();
    site = await auditSite({
      '/language': sees('navigator.language'),
      '/storage': sees("localStorage.getItem('token')"),
      '/two-parts': page(`<p id="one">${IMAGE}></p><p id="two">${IMAGE}></p>`),
      '/late': page(
        '<p id="place"></p>',
        `setTimeout(() => { document.querySelector('#place').innerHTML = '${IMAGE} class="late">'; }, 4000);`,
      ),
    });
  });
  after(async () => {
    await browser.close();
    site.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** @param {string[]} names @param {string[]} words as on the command line */
  const audit = (names, ...words) => auditIn(browser, names, ...words);
  /** @param {import('playwright-core').Browser} own @param {string[]} names @param {string[]} words */
  const auditIn = async (own, names, ...words) => {
    const wanted = await readSettings([
      ...names.map((name) => `${site.base}/${name}`),
      ...['--view', 'light', '--rule', 'axe image-alt', ...words],
    ]);
    assert.ok(wanted.kind === 'audit');
    const { pages } = await findPages(wanted.settings);
    return runAudit(own, { ...optionsOf(wanted.settings), pages });
  };
  const found = (/** @type {import('../../tools/cli/audit/run.js').Run} */ { results }) =>
    results.flatMap(({ findings }) => findings.map(({ target }) => target?.html ?? ''));

  test('--locale: the page sees the language, and the view is named by it', async () => {
    const run = await audit(['language'], '--locale', 'sv-SE', '--locale', 'en-GB');
    assert.deepEqual(
      run.results.map(({ view }) => view),
      ['sv-SE light 1280', 'en-GB light 1280'],
    );
    assert.match(found(run).join(), /class="sv-SE".*class="en-GB"/);
    const out = join(folder, 'locales');
    await writeReports(out, summarise(run, { subject: 'Page', date: '2026-11-27' }));
    assert.match(readFileSync(join(out, 'accessibility-statement.sv.md'), 'utf8'), /\(språk\)/);
    assert.match(readFileSync(join(out, 'accessibility-statement.en.md'), 'utf8'), /\(languages\)/);
  });

  test('--storage-state: the page is seen as after logging in', async () => {
    const file = join(folder, 'state.json');
    const state = {
      cookies: [],
      origins: [{ origin: site.base, localStorage: [{ name: 'token', value: 'anna' }] }],
    };
    writeFileSync(file, JSON.stringify(state));
    assert.match(found(await audit(['storage'], '--storage-state', file)).join(), /class="anna"/);
    assert.match(found(await audit(['storage'])).join(), /class="null"/);
  });

  test('--scope: only that part of the page is looked at', async () => {
    const { results } = await audit(['two-parts'], '--scope', '#two');
    assert.deepEqual(
      results.flatMap(({ findings }) => findings.map(({ target }) => pathText(target))),
      ['#two > img'],
    );
    assert.equal(found(await audit(['two-parts'])).length, 2);
  });

  test('--wait-for: the page is looked at once that is there', async () => {
    assert.match(found(await audit(['late'], '--wait-for', 'img.late')).join(), /class="late"/);
  });

  test('--wait-for, --timeout: what never comes is told, with the time', async () => {
    const { results } = await audit(['late'], '--wait-for', '#none', '--timeout', '0.5');
    assert.equal(results[0]?.status, 'not audited');
    assert.match(results[0]?.reason ?? '', /"#none" did not appear within 0\.5 s\./);
  });

  for (const [number, most] of /** @type {const} */ ([
    ['1', 1],
    ['2', 2],
  ]))
    test(`--at-once ${number}: ${most === 1 ? 'one page after the other' : 'two pages at a time'}`, async () => {
      const watch = { now: 0, most: 0 };
      const counting = {
        version: () => browser.version(),
        browserType: () => browser.browserType(),
        newContext: async (
          /** @type {import('playwright-core').BrowserContextOptions} */ options,
        ) => {
          const context = await browser.newContext(options);
          watch.now++;
          watch.most = Math.max(watch.most, watch.now);
          context.on('close', () => watch.now--);
          return context;
        },
      };
      const names = ['language', 'storage', 'two-parts'];
      const { results } = await auditIn(
        /** @type {import('playwright-core').Browser} */ (/** @type {unknown} */ (counting)),
        names,
        '--at-once',
        number,
      );
      assert.deepEqual(
        results.map(({ address }) => address),
        names.map((name) => `${site.base}/${name}`),
        'in the order in which they were given',
      );
      assert.equal(watch.most, most);
    });

  test('--view: only those', async () => {
    const { results } = await audit(['two-parts'], '--view', 'dark:320');
    assert.deepEqual(
      results.map(({ view }) => view),
      ['light 1280', 'dark 320'],
    );
    assert.deepEqual(parseView('forced'), { scheme: 'forced', width: 1280 });
  });
});
