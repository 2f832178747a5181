import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser, watchedPage } from '../support/browser.js';
import { allDrawn } from '../support/host-site.js';
import { startWordpress, wordpressIsMissing } from './wordpress/site.js';

const FALLBACK = '<p><a href="/service-status">Service status</a></p>';
const DATA = `data-lucka="document-wizard" data-heading-level="3" data-name="Example's page"`;
const BLOCK = `<div ${DATA}><p data-slot="intro">Words of the agency</p>${FALLBACK}</div>`;
const TAG = `<lucka-document-wizard heading-level="3">${FALLBACK}</lucka-document-wizard>`;

/** A block of the kind Custom HTML. @param {string} html */
const custom = (html) => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`;
/** A text without blocks, as the Classic editor saves it. @param {string} html */
const classic = (html) => `Before.\n\n${html}\n\nAfter.`;

/** Debian's WordPress with its own filters and a theme as we describe it; its editors are not drawn. */
describe('WordPress', { skip: (!process.env['CI'] && wordpressIsMissing) || false }, () => {
  /** @type {Awaited<ReturnType<typeof startWordpress>>} */
  let wordpress;
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** Who has logged in: an author may not save unfiltered HTML. @type {Record<'administrator' | 'author', import('playwright-core').Page>} */
  let pages;
  before(async () => {
    wordpress = await startWordpress();
    browser = await launchBrowser();
    pages = { administrator: await logIn('administrator'), author: await logIn('author') };
  });
  after(async () => {
    await browser?.close();
    await wordpress?.close();
  });

  /** @param {'administrator' | 'author'} name */
  async function logIn(name) {
    const page = await browser.newPage();
    await wordpress.logIn(page, name);
    return page;
  }

  /** The published page, as a visitor has it. @param {string} address */
  async function visit(address) {
    const opened = await watchedPage(await browser.newContext(), wordpress.base);
    await opened.page.goto(address);
    await allDrawn(opened.page);
    return opened;
  }

  for (const [kind, content] of Object.entries({
    'a Custom HTML block': custom(BLOCK),
    'a text without blocks': classic(BLOCK),
  })) {
    test(`keeps what an author saves in ${kind}: the div, its data, its fallback`, async (t) => {
      t.diagnostic(`WordPress ${wordpress.version}`);
      const { saved, address } = await wordpress.publish(pages.author, content);
      assert.equal(saved, content);
      const { page, faults } = await visit(address);
      const wizard = page.locator('[data-lucka] > lucka-document-wizard');
      assert.equal(await wizard.getAttribute('heading-level'), '3');
      assert.equal(await wizard.getAttribute('name'), "Example's page");
      assert.equal(await wizard.locator('> p > a').getAttribute('href'), '/service-status');
      await page.getByText('Words of the agency').waitFor();
      await page.getByRole('button', { name: 'Start' }).waitFor();
      assert.deepEqual(faults, []);
    });
  }

  test('takes the tag itself away when an author saves it, and leaves its fallback', async () => {
    const { saved } = await wordpress.publish(pages.author, custom(TAG));
    assert.equal(saved, custom(FALLBACK));
  });

  test('keeps the tag that an administrator saves in a Custom HTML block', async () => {
    const { saved, address } = await wordpress.publish(pages.administrator, custom(TAG));
    assert.equal(saved, custom(TAG));
    const { page } = await visit(address);
    assert.equal(await page.locator('lucka-document-wizard > p > a').count(), 1);
  });

  test('parts the tag from its fallback in a text without blocks', async () => {
    const { saved, address } = await wordpress.publish(pages.administrator, classic(TAG));
    assert.equal(saved, classic(TAG));
    const { page } = await visit(address);
    assert.equal(await page.locator('lucka-document-wizard').count(), 1);
    assert.equal(await page.locator('lucka-document-wizard > p > a').count(), 0);
  });

  test('leaves a div without a fallback empty, and the element is drawn', async () => {
    const { address } = await wordpress.publish(pages.author, classic(`<div ${DATA}></div>`));
    const { page } = await visit(address);
    await page.getByRole('button', { name: 'Start' }).waitFor();
  });

  test('takes away slots and scripts that an author saves inside the div', async () => {
    const html = `<div ${DATA}><p slot="intro">Words</p><script type="application/json">{}</script></div>`;
    const { saved } = await wordpress.publish(pages.author, custom(html));
    assert.equal(saved, custom(`<div ${DATA}><p>Words</p>{}</div>`));
  });
});
