import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { integritySnippet } from '../../tools/cli/integrity/snippet.js';
import { measurePage } from '../../tools/check-sizes/measure.js';
import { PAGES } from '../../tools/check-sizes/pages.js';
import { ELEMENTS, hostSite, POLICY } from '../support/host-site.js';

/** @type {Record<string, string>} */
const integrity = JSON.parse(readFileSync('cdn/integrity.json', 'utf8'));

describe('a page that vouches for every script', () => {
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  before(async () => {
    site = await hostSite();
  });
  after(() => site?.close());
  const { html, scriptSource } = integritySnippet('/cdn', integrity);
  const policy = POLICY.replace("script-src 'self'", `script-src 'self' ${scriptSource}`);

  test('works under the strict policy with the hash of its import map', async () => {
    const { page, faults } = await site.open(ELEMENTS['terms-dialog'] ?? '', {
      head: html,
      policy,
    });
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.deepEqual(faults, []);
  });

  test('is refused the import map without that hash', async () => {
    const { page, faults } = await site.open(ELEMENTS['terms-dialog'] ?? '', { head: html });
    await page.waitForLoadState('networkidle');
    assert.ok(
      faults.some((fault) => /inline script/.test(fault)),
      faults.join(),
    );
  });

  test('runs no chunk that somebody changed, and shows its own words', async () => {
    const core = Object.keys(integrity).find((file) => file.startsWith('chunks/core-')) ?? '';
    site.files.set(`/cdn/${core}`, `${readFileSync(`cdn/${core}`, 'utf8')}\n;globalThis.evil = 1;`);
    const { page } = await site.open(ELEMENTS['terms-dialog'] ?? '', { head: html, policy });
    await page.waitForLoadState('networkidle');
    site.files.delete(`/cdn/${core}`);
    assert.equal(await page.evaluate(() => 'evil' in globalThis), false);
    assert.equal(await page.getByRole('link', { name: 'Terms' }).isVisible(), true);
  });

  test('gets its snippet from npx lucka-integrity, for any place', () => {
    const { stdout, status } = spawnSync(
      process.execPath,
      ['tools/cli/lucka-integrity.js', 'https://static.agency.example/lucka'],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0);
    assert.match(stdout, /"https:\/\/static\.agency\.example\/lucka\/terms-dialog\.js": "sha384-/);
    assert.match(
      stdout,
      /<script type="module" src="https:\/\/static\.agency\.example\/lucka\/lucka\.js" integrity="sha384-/,
    );
    assert.match(stdout, /^script-src 'sha256-/m);
  });

  for (const wanted of PAGES.filter(({ isQuiet }) => !isQuiet))
    for (const lang of ['en', 'sv'])
      test(`has a first view one round trip earlier with its hints, and loads no more: ${wanted.name} (${lang})`, async () => {
        const tags = wanted.tags.map((tag) => tag.replace('lucka-', ''));
        const { html: scripts } = integritySnippet('/cdn/', integrity, { tags, lang });
        const plain = await measurePage(site.browser, { page: wanted, lang });
        const hinted = await measurePage(site.browser, { page: { ...wanted, scripts }, lang });
        const hasBanner = tags.includes('maintenance-banner');
        assert.equal(hinted.roundTrips.firstView, hasBanner ? 2 : 1);
        assert.deepEqual(
          hinted.requests.map(({ path }) => path).sort(),
          plain.requests.map(({ path }) => path).sort(),
        );
      });

  test('names an element or a language that there is not', () => {
    for (const [rest, message] of /** @type {const} */ ([
      [['nothing'], /There is no <lucka-nothing>/],
      [['terms-dialog', '--lang', 'fi'], /no texts of <lucka-terms-dialog> in "fi"/],
      [['--colour'], /--colour/],
    ])) {
      const { stderr, stdout, status } = spawnSync(
        process.execPath,
        ['tools/cli/lucka-integrity.js', '/lucka/', ...rest],
        { encoding: 'utf8' },
      );
      assert.equal(status, 1);
      assert.match(stderr, message);
      assert.equal(stdout, '');
    }
  });
});
