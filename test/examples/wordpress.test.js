import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startWordpress, wordpressIsMissing } from '../hosts/wordpress/site.js';
import { launchBrowser, watchedPage } from '../support/browser.js';
import { allDrawn } from '../support/host-site.js';
import { copyWithBrowserBuild } from './example.js';

/** tools/setup.js installs what it needs under CI, where its absence is a failure. */
const skip = (!process.env['CI'] && wordpressIsMissing) || false;

/** Settings in a comment, as the block editor saves them. @param {Readonly<Record<string, string>>} settings */
const asBlockEditor = (settings) =>
  JSON.stringify(settings)
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('\\"', '\\u0022')
    .replaceAll('&', '\\u0026')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e');

describe(
  'the example for WordPress, with the browser build of the packed package',
  { skip },
  () => {
    /** @type {ReturnType<typeof copyWithBrowserBuild>} */
    let example;
    /** @type {Awaited<ReturnType<typeof startWordpress>>} */
    let wordpress;
    /** @type {import('playwright-core').Browser} */
    let browser;
    /** Somebody who may not save unfiltered HTML. @type {import('playwright-core').Page} */
    let author;
    before(async () => {
      example = copyWithBrowserBuild('wordpress', 'lucka/cdn');
      wordpress = await startWordpress({ plugin: join(example.project, 'lucka') });
      browser = await launchBrowser();
      author = await browser.newPage();
      await wordpress.logIn(author, 'author');
    });
    after(async () => {
      await browser?.close();
      await wordpress?.close();
      example?.remove();
    });

    /** Opens the page that visitors have, and answers the first question. @param {string} address */
    async function visit(address) {
      const { page, faults } = await watchedPage(await browser.newContext(), wordpress.base);
      await page.goto(address);
      await allDrawn(page);
      const wizard = page.locator('lucka-document-wizard');
      await page.getByRole('button', { name: 'Start' }).click();
      await page.getByRole('radio').first().check();
      assert.deepEqual(faults, []);
      return { wizard };
    }

    test('lets an author insert the block in the block editor, set it and publish it', async () => {
      await author.goto(`${wordpress.base}/wp-admin/post-new.php`);
      const title = author.getByRole('textbox', { name: 'Add title' });
      await author.waitForFunction(() => Reflect.get(window, 'wp')?.data?.select('core/edit-post'));
      // What greets somebody who is there for the first time.
      await author.evaluate(() =>
        Reflect.get(window, 'wp')
          .data.dispatch('core/preferences')
          .set('core/edit-post', 'welcomeGuide', false),
      );
      await title.fill('Prove your identity');
      await author.keyboard.press('Enter');
      await author.keyboard.type('/Identity');
      await author.getByRole('option', { name: 'Identity documents' }).click();
      await author.getByRole('combobox', { name: 'Heading level' }).selectOption('3');
      await author.getByLabel('Link for people without the element: address').fill('/identity');
      await author.getByRole('button', { name: 'Publish', exact: true }).click();
      const panel = author.getByRole('region', { name: 'Editor publish' });
      await panel.getByRole('button', { name: 'Publish', exact: true }).click();
      const link = panel.getByRole('link', { name: 'View Post' }).first();
      const { wizard } = await visit((await link.getAttribute('href')) ?? '');
      assert.equal(await wizard.getAttribute('heading-level'), '3');
      assert.equal(await wizard.locator('> p > a').getAttribute('href'), '/identity');
    });

    test('writes what an author chose as attributes and words, and as nothing more', async (t) => {
      t.diagnostic(`WordPress ${wordpress.version}`);
      const settings = {
        fallbackText: '<b>Read</b> & "more"',
        fallbackAddress: 'javascript:alert(1)',
      };
      const { saved, address } = await wordpress.publish(
        author,
        `<!-- wp:lucka/document-wizard ${asBlockEditor(settings)} /-->`,
      );
      assert.match(saved, /^<!-- wp:lucka\/document-wizard /);
      const { wizard } = await visit(address);
      assert.equal(await wizard.locator('> p > a').textContent(), settings.fallbackText);
      assert.equal(await wizard.locator('> p > a').getAttribute('href'), '');
      assert.equal(await wizard.locator('b').count(), 0);
    });
  },
);
