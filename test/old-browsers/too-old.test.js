import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ELEMENTS, hostSite, LOADER } from '../support/host-site.js';
import { cannotRun, launchOldChromium } from './old-chromium.js';

const ALL = Object.values(ELEMENTS).join('');
const TAGS = Object.keys(ELEMENTS).map((name) => `lucka-${name}`);
const ENTRIES = Object.keys(ELEMENTS)
  .map((name) => `<script type="module" src="/cdn/${name}.js"></script>`)
  .join('');

describe('a page in Chromium 103, which is too old', { skip: cannotRun }, () => {
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  before(async () => {
    site = await hostSite({ launch: () => launchOldChromium(103) });
    assert.match(site.browser.version(), /^103\./);
  });
  after(() => site?.close());

  /** The text on show, and which of our tags are defined. @param {import('playwright-core').Page} page */
  const shown = (page) =>
    page.evaluate((tags) => {
      const defined = tags.filter((tag) => customElements.get(tag));
      return { text: document.body.innerText.split(/\n+/), defined };
    }, TAGS);

  for (const [way, scripts] of [
    ['the loader', LOADER],
    ['a file for each element', ENTRIES],
  ])
    test(`shows what is inside the tags, without an error, with ${way}`, async () => {
      const { page, faults } = await site.open(`${ALL}${scripts}`);
      await page.waitForLoadState('networkidle');
      const fallbacks = ['Book', 'Terms', 'Write', 'News', 'Documents'];
      assert.deepEqual(await shown(page), { text: fallbacks, defined: [] });
      assert.deepEqual(faults, []);
    });

  test('asks for the loader and for nothing else', async () => {
    const { page } = await site.open(`${ALL}${LOADER}`);
    await page.waitForLoadState('networkidle');
    const asked = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    assert.deepEqual(asked, ['/cdn/lucka.js']);
  });

  test('keeps what is in a div for an element', async () => {
    const { page, faults } = await site.open(
      `<div data-lucka="document-wizard"><a href="/identity">Documents</a></div>${LOADER}`,
    );
    await page.waitForLoadState('networkidle');
    assert.deepEqual(await shown(page), { text: ['Documents'], defined: [] });
    assert.deepEqual(faults, []);
  });
});
