import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { allDrawn, hostSite, LOADER, POLICY } from '../support/host-site.js';
import { download } from './downloads.js';

// The newest, and the last of the version that Optimizely CMS 12 has.
const VERSIONS = ['8.9.2', '6.8.6'];
const FILES = [
  'tinymce.min.js',
  'icons/default/icons.min.js',
  'models/dom/model.min.js',
  'plugins/code/plugin.min.js',
  'skins/content/default/content.min.css',
  'skins/ui/oxide/content.min.css',
  'skins/ui/oxide/content.inline.min.css',
  'skins/ui/oxide/skin.min.css',
  'themes/silver/theme.min.js',
];

const DATA =
  'data-lucka="maintenance-banner" data-src="/notices.json" data-storage="none" data-lead-days="14"';
const FALLBACK = '<p><a href="/service-status">Service status</a></p>';
const BLOCK = `<div ${DATA}>${FALLBACK}</div>`;
const TAG = `<lucka-maintenance-banner src="/notices.json">${FALLBACK}</lucka-maintenance-banner>`;

// An editor writes style elements and HTML from text; a page that shows what was saved does not.
const editing = POLICY.replace(/style-src[^;]*/, "style-src 'self' 'unsafe-inline'").replace(
  /img-src[^;]*; require-trusted-types.*/,
  "img-src 'self' data: blob:",
);

for (const version of VERSIONS) {
  describe(`TinyMCE ${version}`, () => {
    /** @type {Awaited<ReturnType<typeof hostSite>>} */
    let site;
    /** Where nobody types. @type {ReturnType<typeof openPage>} */
    let shared;
    before(async () => {
      site = await hostSite();
      for (const [name, text] of download({ [`tinymce@${version}`]: FILES }))
        site.files.set(`/${name}`, text);
      shared = openPage();
    });
    after(() => site?.close());

    const openPage = (more = '') =>
      site.open(`<div id="text"></div><script src="/tinymce/tinymce.min.js"></script>${more}`, {
        policy: editing,
      });

    /** @param {import('playwright-core').Page} page @param {object} settings */
    const startEditor = (page, settings) =>
      page.evaluate(async (own) => {
        const tinymce = Reflect.get(window, 'tinymce');
        tinymce.remove();
        await tinymce.init({ selector: '#text', license_key: 'gpl', plugins: 'code', ...own });
      }, settings);

    /** A page with an editor of these settings. @param {object} [settings] @param {string} [more] */
    async function openEditor(settings = {}, more = '') {
      const opened = await openPage(more);
      await startEditor(opened.page, settings);
      return opened;
    }

    /** @param {import('playwright-core').Page} page @param {string} html */
    const setContent = (page, html) =>
      page.evaluate((text) => Reflect.get(window, 'tinymce').activeEditor.setContent(text), html);

    /** What the editor would save, without its line breaks. @param {import('playwright-core').Page} page */
    const saved = async (page) => {
      const html = await page.evaluate(() =>
        String(Reflect.get(window, 'tinymce').activeEditor.getContent()),
      );
      return html.replaceAll('\n', '');
    };

    /** What an editor of these settings makes of it. @param {string} html @param {object} [settings] */
    async function through(html, settings = {}) {
      const { page } = await shared;
      await startEditor(page, settings);
      await setContent(page, `<p>Before.</p>${html}<p>After.</p>`);
      const text = await saved(page);
      return /^<p>Before\.<\/p>(.*)<p>After\.<\/p>$/.exec(text)?.[1] ?? text;
    }

    test('keeps the div, its data and its fallback beside what a person types', async () => {
      const { page, faults } = await openEditor({ relative_urls: false });
      await page.getByRole('menuitem', { name: 'View' }).click();
      await page.getByRole('menuitem', { name: 'Source code' }).click();
      const source = page.getByRole('dialog', { name: 'Source code' });
      await source.getByRole('textbox').fill(`<p>Before</p>${BLOCK}<p>After</p>`);
      await source.getByRole('button', { name: 'Save' }).click();
      const text = page.frameLocator('iframe').locator('body');
      for (const [words, more] of [
        ['Before', ' the notices.'],
        ['After', ' them.'],
      ]) {
        await text.getByText(String(words)).click();
        await page.keyboard.press('End');
        await page.keyboard.type(String(more));
      }
      await page.keyboard.press('Enter');
      await page.keyboard.type('The end.');
      const html = await saved(page);
      assert.equal(html, `<p>Before the notices.</p>${BLOCK}<p>After them.</p><p>The end.</p>`);
      assert.deepEqual(faults, []);

      const shown = await site.open(html + LOADER);
      await allDrawn(shown.page);
      await shown.page.getByText('Slow.').waitFor();
      const banner = shown.page.locator('[data-lucka] > lucka-maintenance-banner');
      assert.equal(await banner.getAttribute('lead-days'), '14');
      assert.equal(await banner.locator('> p > a').getAttribute('href'), '/service-status');
      assert.deepEqual(shown.faults, []);
    });

    test('makes links relative to the page that it stands on, unless relative_urls is false', async () => {
      assert.match(await through(BLOCK), /data-src="\/notices\.json".*<a href="service-status">/);
      assert.equal(await through(BLOCK, { relative_urls: false }), BLOCK);
      assert.equal(await through(BLOCK, { convert_urls: false }), BLOCK);
    });

    test('puts a space into a div without a fallback, and the element is drawn', async () => {
      const html = await through(`<div ${DATA}></div>`);
      assert.equal(html, `<div ${DATA}>&nbsp;</div>`);
      const { page, faults } = await site.open(html + LOADER);
      await allDrawn(page);
      await page.getByText('Slow.').waitFor();
      assert.deepEqual(faults, []);
    });

    test('takes the tag itself away and leaves its fallback', async () => {
      assert.equal(await through(TAG, { relative_urls: false }), FALLBACK);
      const allowed = {
        relative_urls: false,
        custom_elements: 'lucka-maintenance-banner',
        extended_valid_elements: 'lucka-maintenance-banner[*]',
      };
      assert.equal(await through(TAG, allowed), TAG);
      assert.match(await through(TAG, { ...allowed, relative_urls: true }), / src="notices\.json"/);
    });

    test('takes away slots and scripts inside the div, and keeps data-slot', async () => {
      const html = `<div ${DATA}><p slot="more" data-slot="more">Words</p><script type="application/json">{}</script></div>`;
      const left = await through(html);
      assert.equal(left, `<div ${DATA}><p data-slot="more">Words</p></div>`);
      const { page } = await site.open(left + LOADER);
      await page.getByText('Slow.').waitFor();
      await page.getByText('Words').waitFor();
    });

    test('with few valid elements needs div among them, and its data comes along', async () => {
      const few = { relative_urls: false, valid_elements: 'p,a[href]' };
      assert.equal(await through(BLOCK, few), FALLBACK);
      assert.equal(await through(BLOCK, { ...few, extended_valid_elements: 'div' }), BLOCK);
      const boxed = BLOCK.replace('<div', '<div class="box"');
      const more = { ...few, extended_valid_elements: 'div[class|id|lang]' };
      assert.equal(await through(boxed, more), boxed);
    });

    test('takes class and id from every div when only div[data-*] is allowed', async () => {
      const html = '<div id="here" class="box" lang="sv">Text</div>';
      assert.equal(
        await through(html, { extended_valid_elements: 'div[data-*]' }),
        '<div>Text</div>',
      );
      assert.equal(await through(html), html);
    });

    test('lets a person type into the fallback, unless the div has the class mceNonEditable', async () => {
      const { page } = await openEditor({ relative_urls: false });
      for (const [block, isKept] of /** @type {const} */ ([
        [BLOCK, false],
        [BLOCK.replace('<div', '<div class="mceNonEditable"'), true],
      ])) {
        await setContent(page, `<p>Before</p>${block}<p>After</p>`);
        await page.frameLocator('iframe').getByText('Service status').click();
        await page.keyboard.type('words');
        assert.equal((await saved(page)).includes(block), isKept);
      }
    });

    test('on the page itself gives back the div without the element that the loader put in', async () => {
      const { page } = await openEditor({ relative_urls: false, inline: true }, LOADER);
      await setContent(page, `<p>Before</p>${BLOCK}<p>After</p>`);
      await page.getByText('Slow.').waitFor();
      await page.getByText('Before').click();
      await page.keyboard.press('End');
      await page.keyboard.type(' it.');
      assert.equal(await saved(page), `<p>Before it.</p>${BLOCK}<p>After</p>`);
    });
  });
}
