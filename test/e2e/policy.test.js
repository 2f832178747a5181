import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { allDrawn, ELEMENTS, hostSite, LOADER } from '../support/host-site.js';

describe('under the strict content security policy with Trusted Types', () => {
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  before(async () => {
    site = await hostSite();
  });
  after(() => site?.close());

  for (const [name, body] of Object.entries(ELEMENTS)) {
    test(`the ${name} is drawn without one report and without a style attribute`, async () => {
      const { page, faults } = await site.open(`${body}${LOADER}`);
      await allDrawn(page);
      const styled = await page.evaluate(
        () =>
          [...document.querySelectorAll('*')].flatMap((element) => [
            ...(element.shadowRoot?.querySelectorAll('[style]') ?? []),
          ]).length,
      );
      assert.equal(styled, 0);
      assert.deepEqual(faults, []);
    });
  }

  test('the terms dialog works in every state: told, declined, read again, printed, downloaded, accepted', async () => {
    const { page, faults } = await site.open(`${ELEMENTS['terms-dialog']}${LOADER}`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.getByRole('button', { name: 'Read the terms again' }).click();
    await page.evaluate(() => {
      // Printing opens the browser's own window; the sheet is made all the same.
      const root = document.querySelector('lucka-terms-dialog')?.shadowRoot;
      new MutationObserver(() => {
        const view = root?.querySelector('iframe')?.contentWindow;
        if (view) view.print = () => {};
      }).observe(/** @type {ShadowRoot} */ (root), { childList: true });
    });
    await page.getByRole('button', { name: 'Print' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    assert.match((await download).suggestedFilename(), /^my-page-.*-en\.html$/);
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.deepEqual(faults, []);
  });

  test('Markdown of the page’s own is read by the parser of the build', async () => {
    site.files.set(
      '/own.en.md',
      '---\nid: own\nversion: "1"\nlang: en\ntitle: Our terms\neffective: "2026-01-01"\n---\n\n## One {#one}\n\nBe kind. <script>alert(1)</script> [Go](javascript:alert(1))\n',
    );
    const { page, faults } = await site.open(
      `<lucka-terms-dialog src="/own.{lang}.md" storage="none"></lucka-terms-dialog>${LOADER}`,
    );
    await page.getByRole('heading', { name: 'Our terms' }).waitFor();
    await page.getByText('Be kind.').waitFor();
    assert.equal(await page.getByRole('link', { name: 'Go' }).count(), 0);
    assert.deepEqual(faults, []);
  });
});
