import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { renderElement } from 'lucka/ssr.js';
import { differentPixels } from '../support/pictures.js';
import { allDrawn, hostSite, LOADER } from '../support/host-site.js';

const FALLBACK = '<p><a href="/else">Another way</a></p>';

describe('an element that a server has rendered', () => {
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  before(async () => {
    site = await hostSite();
  });
  after(() => site?.close());

  /** @param {string} name @param {Record<string, any>} [options] */
  const rendered = (name, options = {}) =>
    renderElement(name, { stylesheet: `/cdn/styles/${name}.css`, children: FALLBACK, ...options });

  /** @param {string} body */
  async function openWithoutScripts(body) {
    site.files.set(
      '/quiet',
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title></head><body>${body}${LOADER}</body></html>`,
    );
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.base}/quiet`);
    return page;
  }

  /** What is seen of the element. @param {import('playwright-core').Page} page */
  const readIn = (page) =>
    page.evaluate(
      () =>
        /** @type {HTMLElement | null | undefined} */ (
          document
            .querySelector('lucka-terms-dialog, lucka-document-wizard')
            ?.shadowRoot?.querySelector('noscript > .root')
        )?.innerText ?? '',
    );

  test('can be read whole without JavaScript: every section of the terms, and the way beside it', async () => {
    const page = await openWithoutScripts(await rendered('terms-dialog'));
    assert.equal(await page.getByRole('heading', { level: 3 }).count(), 16);
    assert.match(await readIn(page), /601\s70\sNorrköping/);
    assert.equal(await page.getByRole('link', { name: 'Another way' }).isVisible(), true);
  });

  test('can be read whole without JavaScript: every rule about documents, for whom it is, and no dead button', async () => {
    const page = await openWithoutScripts(await rendered('document-wizard'));
    assert.equal(await page.getByRole('heading', { level: 3 }).count(), 23);
    assert.match(await readIn(page), /For those who answer: Are you able to visit .*special/);
    assert.equal(await page.getByRole('button').count(), 0);
    assert.equal(await page.getByRole('link', { name: 'Another way' }).isVisible(), true);
  });

  test('can be read whole without JavaScript: the notices of the feed inside the tag, and no dead button', async () => {
    const text = (/** @type {string} */ words) => ({ en: words, sv: words });
    const notice = {
      ...{ id: 'slow', revision: 1, kind: 'disruption', reason: 'operational' },
      ...{ title: text('Messages are slow'), body: text('We **work** on it.') },
      ...{ publishedAt: '2026-01-01T00:00:00Z', startsAt: '2026-01-01T00:00:00Z' },
      ...{ scope: 'part', affected: ['messages'], impact: 'slow' },
    };
    const feed = JSON.stringify({ notices: [notice, { id: 'broken' }] });
    const children = `<script type="application/json">${feed}</script>`;
    const page = await openWithoutScripts(await rendered('maintenance-banner', { children }));
    await page.getByRole('heading', { level: 2, name: 'Messages are slow' }).waitFor();
    assert.equal(await page.locator('noscript strong', { hasText: 'work' }).count(), 1);
    assert.equal(await page.getByRole('button').count(), 0);
  });

  for (const name of ['terms-dialog', 'document-wizard']) {
    const attributes = name === 'terms-dialog' ? { manual: true } : {};

    test(`does not change when its script comes, and is quiet under the strict policy: the ${name}`, async () => {
      const { page, faults, context } = await site.open('');
      /** @type {() => void} */
      let release = () => {};
      const released = new Promise((resolve) => (release = () => resolve(undefined)));
      await context.route('**/lucka.js', async (route) => {
        await released;
        await route.continue();
      });
      const body = `<h1>Page</h1>${await rendered(name, { attributes })}<p>Below</p>${LOADER}`;
      site.files.set(
        '/late',
        `<!doctype html><html lang="en"><meta charset="utf-8"><body>${body}</body></html>`,
      );
      await page.goto(`${site.base}/late`, { waitUntil: 'commit' });
      await page.getByText('Below').waitFor();
      await page.waitForTimeout(300);
      const before = await page.screenshot();
      assert.ok(await page.locator(`lucka-${name}`).evaluate((element) => element.shadowRoot));
      release();
      await page.waitForFunction((tag) => customElements.get(tag), `lucka-${name}`);
      await allDrawn(page);
      await page.waitForTimeout(300);
      const different = await differentPixels(site.browser, before, await page.screenshot());
      // A browser may draw a letter anew with other edges; a line that moves by a pixel changes thousands.
      assert.ok(different < 200, `${different} pixels change`);
      const roots = await page.evaluate(
        (tag) => document.querySelector(tag)?.shadowRoot?.querySelectorAll('.root').length,
        `lucka-${name}`,
      );
      assert.equal(roots, 1, 'what the server sent is still there');
      assert.deepEqual(faults, []);
    });
  }

  test('works after it was taken over', async () => {
    const { page, faults } = await site.open(`${await rendered('document-wizard')}${LOADER}`);
    await allDrawn(page);
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByRole('radio', { name: 'No', exact: true }).waitFor();
    assert.deepEqual(faults, []);
  });

  test('keeps what the server sent while the script fails, and then shows the way beside it', async () => {
    const { page } = await site.open('');
    await page.route('**/document-wizard.js', (route) => route.abort());
    const body = await rendered('document-wizard');
    site.files.set(
      '/fails',
      `<!doctype html><html lang="en"><meta charset="utf-8"><body>${body}${LOADER}</body></html>`,
    );
    await page.goto(`${site.base}/fails`);
    await page.getByText('Up to 11 questions').waitFor();
    assert.equal(await page.getByRole('link', { name: 'Another way' }).isVisible(), false);
    await page.getByRole('link', { name: 'Another way' }).waitFor({ timeout: 12_000 });
  });

  test('speaks the language it is asked for, one request beside another', async () => {
    const [swedish, english, finnish] = await Promise.all(
      ['sv', 'en', 'fi'].map((lang) => rendered('document-wizard', { lang })),
    );
    assert.match(swedish ?? '', /Vilka handlingar styrker min identitet\?/);
    assert.match(swedish ?? '', /Börja/);
    assert.match(english ?? '', /Start\s*<\/button>/);
    assert.match(finnish ?? '', /<div class="root" lang="en"/);
    assert.equal('window' in globalThis, false);
  });

  test('writes attributes safely and leaves forms to their fallback', async () => {
    assert.equal(
      await renderElement('message-composer', {
        attributes: { 'case-id': '"><script>', required: true, disabled: false },
        children: FALLBACK,
      }),
      `<lucka-message-composer case-id="&quot;>&lt;script>" required>${FALLBACK}</lucka-message-composer>`,
    );
    await assert.rejects(renderElement('nothing'), /There is no element lucka-nothing/);
    await assert.rejects(renderElement('terms-dialog'), /Say where the styles are/);
    assert.match(await renderElement('terms-dialog', { nonce: 'abc' }), /<style nonce="abc">/);
  });
});
