import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { renderElement } from 'lucka/ssr.js';
import { allDrawn, ELEMENTS, hostSite, LOADER } from '../support/host-site.js';
import { assertAllSeen } from '../support/looks.js';
import { cannotRun, launchOldChromium } from './old-chromium.js';

/** With a link of the banner's that stands on the ground of the page. */
const ALL = Object.values(ELEMENTS)
  .join('')
  .replace('src="/notices.json"', 'src="/notices.json" more-href="/news"');
const ENTRIES = Object.keys(ELEMENTS)
  .map((name) => `<script type="module" src="/cdn/${name}.js"></script>`)
  .join('');

/** What a page with an editor that strips tags has. */
const DIV = '<div data-lucka="document-wizard"><a href="/identity">Documents</a></div>';

describe('a page in Chromium 109', { skip: cannotRun }, () => {
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  before(async () => {
    site = await hostSite({ launch: () => launchOldChromium(109) });
  });
  after(() => site?.close());

  for (const theme of ['', 'fjall', 'hamn', 'ronn'])
    for (const scheme of ['light', 'dark'])
      test(`shows all five, ${scheme}, ${theme ? `with the theme ${theme}` : 'without a theme'}`, async () => {
        const css = theme && readFileSync(`src/styles/themes/${theme}.css`, 'utf8');
        const ground = { light: '#fff', dark: '#111' }[scheme];
        site.files.set(
          '/page.css',
          `${css} html { color-scheme: ${scheme}; background: ${ground} }`,
        );
        const { page, faults } = await site.open(`${ALL}${LOADER}`, {
          head: '<link rel="stylesheet" href="/page.css">',
        });
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await allDrawn(page);
        await page.getByRole('heading', { name: 'Slow' }).waitFor();
        await assertAllSeen(page, { texts: 100, controls: 8 });
        assert.deepEqual(faults, []);
      });

  test('can load each element from a file of its own', async () => {
    const { page, faults } = await site.open(`${ALL}${ENTRIES}`);
    await page.getByRole('dialog').waitFor();
    await allDrawn(page);
    assert.deepEqual(faults, []);
  });

  test('can have an element in a div, where an editor strips tags', async () => {
    const { page, faults } = await site.open(`${DIV}${LOADER}`);
    await page.getByRole('button', { name: 'Start' }).waitFor();
    assert.deepEqual(faults, []);
  });

  test('can come from a server: what stands inside the tag is shown until the element is drawn', async () => {
    const html = await renderElement('document-wizard', {
      stylesheet: '/cdn/styles/document-wizard.css',
      children: '<p><a href="/identity">Documents</a></p>',
    });
    const { page: waiting } = await site.open(html);
    assert.equal(await waiting.getByRole('link', { name: 'Documents' }).isVisible(), true);
    const { page, faults } = await site.open(`${html}${LOADER}`);
    await page.getByRole('button', { name: 'Start' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Documents' }).isVisible(), false);
    assert.deepEqual(faults, []);
  });

  test('can have the snippet with integrity: what it does not know of it is left out', async () => {
    const snippet = readFileSync('cdn/snippet.html', 'utf8').replaceAll('/lucka/', '/cdn/');
    const { page, faults } = await site.open(`${snippet}${ELEMENTS['document-wizard']}`, {
      policy: "default-src 'self'; script-src 'self' 'unsafe-inline'",
    });
    await page.getByRole('button', { name: 'Start' }).waitFor();
    assert.deepEqual(faults, []);
  });
});
