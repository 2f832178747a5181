import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { hostSite, LOADER } from '../support/host-site.js';

/** What stands on paper when the browser itself prints the page. @param {import('playwright-core').Page} page */
async function printed(page) {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
  const { text, totalPages } = await extractText(pdf, { mergePages: true });
  return { text: text.replace(/\s+/g, ' '), totalPages };
}

const WORDS = 'Du ska läsa villkoren innan du använder tjänsten. '.repeat(12);
/** Terms of so many sections. @param {number} count */
const termsOf = (count) =>
  `# Terms of ${count}\n\n${Array.from({ length: count }, (_, index) => `## Section number ${index + 1} begins\n\n${WORDS}\n\nSection number ${index + 1} ends.`).join('\n\n')}\n`;

describe('the print command of the browser', () => {
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  before(async () => {
    site = await hostSite();
  });
  after(() => site?.close());

  for (const count of [3, 8, 30, 60]) {
    test(`puts every one of ${count} sections of an open dialog on paper`, async () => {
      site.files.set(`/terms-${count}.md`, termsOf(count));
      const { page } = await site.open(
        `<p>Words of the page</p><lucka-terms-dialog storage="none" src="/terms-${count}.md"></lucka-terms-dialog>${LOADER}`,
      );
      await page.getByText(`Section number ${count} ends.`).waitFor({ state: 'attached' });
      const { text } = await printed(page);
      const missing = Array.from({ length: count }, (_, index) => index + 1).filter(
        (number) =>
          !text.includes(`Section number ${number} begins`) ||
          !text.includes(`Section number ${number} ends.`),
      );
      assert.deepEqual(missing, []);
      assert.ok(text.includes(`Terms of ${count}`));
    });
  }

  test('prints the built-in terms whole from a phone', async () => {
    const { page } = await site.open(
      `<lucka-terms-dialog storage="none"></lucka-terms-dialog>${LOADER}`,
    );
    await page.setViewportSize({ width: 320, height: 560 });
    await page.getByRole('button', { name: 'Accept' }).waitFor();
    const headings = await page
      .locator('lucka-terms-dialog [part~="section"] :is(h2, h3)')
      .allTextContents();
    const { text } = await printed(page);
    assert.ok(headings.length > 5);
    assert.deepEqual(
      headings.filter((heading) => !text.includes(heading.trim())),
      [],
    );
  });

  test('prints nothing of a closed dialog', async () => {
    const { page } = await site.open(
      `<p>Words of the page</p><lucka-terms-dialog storage="none"></lucka-terms-dialog>${LOADER}`,
    );
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.deepEqual(await printed(page), { text: 'Words of the page', totalPages: 1 });
  });
});
