import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { checkStories } from '../../tools/agency-stories.js';
import { launchBrowser } from '../../tools/cli/audit/browser.js';
import { auditSite } from '../support/audit-site.js';

/** A frame of a Storybook whose stories have planted faults. */
const FRAME = `<!doctype html><html lang="en"><title>Story</title><link rel="icon" href="data:,"><div id="storybook-root"></div><script>
const element = document.createElement('div');
document.querySelector('#storybook-root').append(element);
const root = element.attachShadow({ mode: 'open' });
const story = new URLSearchParams(location.search).get('id');
root.append(document.createElement('p'));
root.firstChild.textContent = story === 'text' ? 'Write to the Swedish Migration Agency.' : 'Write to the agency that you know.';
if (story === 'link') root.append(Object.assign(document.createElement('a'), { href: 'https://www.migrationsverket.se' }));
if (story === 'console') console.error('Something is wrong.');
if (story === 'error') setTimeout(() => { throw new Error('Thrown'); });
window.__STORYBOOK_ADDONS_CHANNEL__ = {
  on: (type, tell) => type === 'storyFinished' && setTimeout(() => tell({ status: 'success' }), 50),
};
</script></html>`;

describe('the check of stories with the content of another agency', () => {
  /** @type {Awaited<ReturnType<typeof auditSite>>} */
  let site;
  /** @type {import('playwright-core').Browser} */
  let browser;
  before(async () => {
    site = await auditSite({ '/iframe.html': FRAME });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });

  /** @type {readonly [string, string, RegExp | undefined][]} */
  const cases = [
    ['accepts a story that names no agency', 'plain', undefined],
    ['finds the other agency in a shadow root', 'text', /names another agency: Write to the/],
    ['finds the other agency in a link', 'link', /names another agency: https/],
    ['finds an error in the console', 'console', /console: Something is wrong/],
    ['finds an error of the page', 'error', /page-error: Thrown/],
  ];
  for (const [name, id, fault] of cases)
    test(name, async () => {
      const story = { id, tags: [], base: site.base };
      const view = { locale: 'en', scheme: /** @type {const} */ ('light'), width: 1280 };
      const [result] = await checkStories(browser, [{ story, view }], 1);
      if (fault) assert.match(result?.faults.join('\n') ?? '', fault);
      else assert.deepEqual(result?.faults, []);
    });
});
