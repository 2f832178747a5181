import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { PACK_LOADER, packSite } from '../support/content-pack.js';
import { ELEMENTS } from '../support/host-site.js';

const HEAD = PACK_LOADER;
const WIZARD = ELEMENTS['document-wizard'] ?? '';

describe('a page that changes while its content pack loads, or later', () => {
  /** @type {Awaited<ReturnType<typeof packSite>>['site']} */
  let site;
  /** @type {Map<string, string>} */
  let pack;
  /** @type {(() => Promise<void>) | undefined} */
  let close;
  before(async () => {
    ({ site, pack, close } = await packSite());
  });
  after(() => close?.());

  /**
   * A page whose index is answered when `answer` is called.
   *
   * @param {string} body
   * @param {string} [html] attributes of the page
   */
  async function slowPage(body, html = 'lang="en"') {
    const { page, faults } = await site.open(body, { head: HEAD, html });
    /** @type {() => void} */
    let answer = () => undefined;
    const answered = new Promise((resolve) => (answer = () => resolve(undefined)));
    await page.route('**/content/pack.json', async (route) => {
      await answered;
      await route.continue();
    });
    const requested = page.waitForRequest('**/content/pack.json');
    await page.reload({ waitUntil: 'commit' });
    await requested;
    return { page, faults, answer: () => answer() };
  }

  test('shows the language that the page has when the pack comes', async () => {
    const { page, faults, answer } = await slowPage(WIZARD, 'lang="sv"');
    await page.evaluate(() => (document.documentElement.lang = 'nb'));
    answer();
    await page.getByRole('button', { name: '[nb] Start' }).waitFor();
    await page.evaluate(() => (document.documentElement.lang = 'en'));
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    assert.equal(await page.getByText('Migration').count(), 0);
    assert.deepEqual(faults, []);
  });

  test('keeps an element that is moved, removed or added meanwhile', async () => {
    const { page, faults, answer } = await slowPage(`<section></section>${WIZARD}`);
    await page.evaluate(() => {
      const wizard = document.querySelector('lucka-document-wizard');
      if (!wizard) throw new Error('There is no wizard.');
      const gone = wizard.cloneNode(true);
      const added = wizard.cloneNode(true);
      document.body.append(gone, added);
      gone.parentNode?.removeChild(gone);
      document.querySelector('section')?.append(wizard);
    });
    answer();
    const headings = page.getByRole('heading', { name: 'Which rules apply to me?' });
    await headings.nth(1).waitFor();
    assert.equal(await headings.count(), 2);
    assert.deepEqual(faults, []);
  });

  test('finds the pack relative to the base address of the page', async () => {
    for (const [name, text] of pack) site.files.set(`/elsewhere/content/${name}`, text);
    const head = `<base href="/elsewhere/">${HEAD.replace('"/content/', '"content/')}`;
    const { page, faults } = await site.open(WIZARD, { head });
    await page.getByRole('heading', { name: 'Which rules apply to me?' }).waitFor();
    assert.deepEqual(faults, []);
  });

  test('changes to another flow and other terms when their names change, and says which is missing', async () => {
    const index = JSON.parse(pack.get('pack.json') ?? '');
    index.documents['flows/other'] = index.documents['flows/guide'];
    site.files.set('/two/pack.json', JSON.stringify({ ...index, base: '/content/' }));
    const head = HEAD.replace('/content/', '/two/');
    const body = WIZARD.replace('<lucka-document-wizard', '$& flow-id="guide"');
    const { page, faults } = await site.open(body, { head });
    const heading = page.getByRole('heading', { name: 'Which rules apply to me?' });
    await heading.waitFor();
    const setFlow = (/** @type {string} */ id) =>
      page.evaluate((name) => {
        document.querySelector('lucka-document-wizard')?.setAttribute('flow-id', name);
      }, id);
    await setFlow('missing');
    await heading.waitFor({ state: 'hidden' });
    assert.match(faults.join('\n'), /has no "flows\/missing"/);
    await setFlow('other');
    await heading.waitFor();
  });

  test('keeps what a person has answered when the language changes', async () => {
    const { page } = await site.open(WIZARD, { head: HEAD, html: 'lang="en"' });
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByRole('radio').first().check();
    await page.evaluate(() => (document.documentElement.lang = 'nb'));
    await page
      .getByRole('button', { name: /^\[nb\]/ })
      .first()
      .waitFor();
    assert.ok(await page.getByRole('radio').first().isChecked());
  });
});
