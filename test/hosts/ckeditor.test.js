import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { allDrawn, hostSite, LOADER, POLICY } from '../support/host-site.js';
import { download } from './downloads.js';

const LIBRARY = {
  'ckeditor5@48.5.2': ['dist/browser/ckeditor5.umd.js', 'dist/browser/ckeditor5.css'],
};

const BLOCK = `<div data-lucka="maintenance-banner" data-src="/notices.json" data-storage="none"><p data-slot="more">Words</p><p><a href="/service-status">Service status</a></p></div>`;

/** What stories/embedding/content-systems.mdx says to allow. */
const ALLOWED = [{ name: /^(?:div|p)$/, attributes: /^data-/ }];

describe('CKEditor 5', () => {
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  before(async () => {
    site = await hostSite();
    for (const [name, text] of download(LIBRARY))
      site.files.set(`/${name.split('/').at(-1)}`, text);
  });
  after(() => site?.close());

  /** An editor that allows this much. @param {{ name: RegExp, attributes: RegExp }[]} allow */
  async function openEditor(allow) {
    const opened = await site.open(
      '<link rel="stylesheet" href="/ckeditor5.css"><div id="text"></div><script src="/ckeditor5.umd.js"></script>',
      {
        // It writes style elements and HTML from text; a page that shows what was saved does not.
        policy: POLICY.replace(/style-src[^;]*/, "style-src 'self' 'unsafe-inline'").replace(
          /img-src[^;]*; require-trusted-types.*/,
          "img-src 'self' data:",
        ),
      },
    );
    await opened.page.evaluate(async (rules) => {
      const { ClassicEditor, Essentials, GeneralHtmlSupport, Link, Paragraph } = Reflect.get(
        window,
        'CKEDITOR',
      );
      const editor = await ClassicEditor.create(document.querySelector('#text'), {
        licenseKey: 'GPL',
        plugins: [Essentials, GeneralHtmlSupport, Link, Paragraph],
        htmlSupport: { allow: rules },
      });
      Object.assign(window, { editor });
    }, allow);
    return opened;
  }

  /** @param {import('playwright-core').Page} page @param {string} html */
  const setData = (page, html) =>
    page.evaluate((text) => Reflect.get(window, 'editor').setData(text), html);

  /** @param {import('playwright-core').Page} page @returns {Promise<string>} */
  const saved = (page) => page.evaluate(() => Reflect.get(window, 'editor').getData());

  test('keeps the div, its data and its fallback beside what a person types, once data is allowed', async () => {
    const { page, faults } = await openEditor(ALLOWED);
    await setData(page, `<p>Before</p>${BLOCK}<p>After</p>`);
    await page.getByText('Before').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' the notices.');
    const html = await saved(page);
    assert.equal(html, `<p>Before the notices.</p>${BLOCK}<p>After</p>`);
    assert.deepEqual(faults, []);

    const shown = await site.open(html + LOADER);
    await allDrawn(shown.page);
    await shown.page.getByText('Slow.').waitFor();
    await shown.page.getByText('Words').waitFor();
    assert.deepEqual(shown.faults, []);
  });

  test('puts a space into a div without a fallback, and loses one that stands alone', async () => {
    const { page } = await openEditor(ALLOWED);
    const empty = '<div data-lucka="terms-dialog"></div>';
    await setData(page, `<p>Before</p>${empty}`);
    assert.equal(await saved(page), '<p>Before</p><div data-lucka="terms-dialog">&nbsp;</div>');
    await setData(page, empty);
    assert.equal(await saved(page), '');
  });

  test('takes the div away and leaves its fallback, when nothing is allowed', async () => {
    const { page } = await openEditor([]);
    await setData(page, BLOCK);
    assert.equal(
      await saved(page),
      '<p>Words</p><p><a href="/service-status">Service status</a></p>',
    );
  });

  test('takes the tag itself away and leaves its fallback, even when it is allowed', async () => {
    const { page } = await openEditor([{ name: /^lucka-/, attributes: /./ }]);
    await setData(
      page,
      '<lucka-maintenance-banner src="/"><p>Words</p></lucka-maintenance-banner>',
    );
    assert.equal(await saved(page), '<p>Words</p>');
  });
});
