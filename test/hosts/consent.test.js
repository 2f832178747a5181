import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { hostSite, LOADER } from '../support/host-site.js';
import { download } from './downloads.js';

const LIBRARY = {
  'vanilla-cookieconsent@3.1.0': ['dist/cookieconsent.umd.js', 'dist/cookieconsent.css'],
};
const RUN = `CookieConsent.run({
  disablePageInteraction: true,
  hideFromBots: false,
  categories: { necessary: { enabled: true, readOnly: true } },
  language: { default: 'en', translations: { en: {
    consentModal: { title: 'Cookies', description: 'Words', acceptAllBtn: 'Take all', acceptNecessaryBtn: 'Take none' },
    preferencesModal: { sections: [] },
  } } },
});`;

/** A layer that asks about cookies and keeps the keyboard to itself, while the terms have to be accepted. */
describe('a page with a consent layer', () => {
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  before(async () => {
    site = await hostSite();
    for (const [name, text] of download(LIBRARY))
      site.files.set(`/${name.split('/').at(-1)}`, text);
    site.files.set('/run.js', RUN);
  });
  after(() => site?.close());

  test('lets the keyboard reach Accept, and then its own buttons', async () => {
    const { page } = await site.open(
      `<main><h1>Agency</h1><a href="/x">Link</a></main>
      <lucka-terms-dialog storage="none"></lucka-terms-dialog>${LOADER}
      <script src="/cookieconsent.umd.js"></script><script src="/run.js"></script>`,
      { policy: '', head: '<link rel="stylesheet" href="/cookieconsent.css">' },
    );
    const accept = page.getByRole('button', { name: 'Accept', exact: true });
    await accept.waitFor();
    await page.waitForFunction(() => document.querySelector('#cc-main'));
    const isFocused = () =>
      accept.evaluate(
        (button) => /** @type {ShadowRoot} */ (button.getRootNode()).activeElement === button,
      );
    let presses = 0;
    while (!(await isFocused()) && presses < 10) {
      await page.keyboard.press('Tab');
      presses++;
    }
    assert.ok(presses < 10, 'Accept is not reached within ten Tabs');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Terms of use' }).waitFor({ state: 'hidden' });
    for (presses = 0; presses < 4; presses++) await page.keyboard.press('Tab');
    const inLayer = await page.evaluate(() => document.activeElement?.closest('#cc-main') !== null);
    assert.ok(inLayer, 'the consent layer does not get its keyboard back');
  });
});
