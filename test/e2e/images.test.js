import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { hostSite, LOADER } from '../support/host-site.js';

const OTHER = 'https://counter.example/pixel.svg';
const IMAGES = `![Words of another host](${OTHER}) ![Our own picture](picture.svg)`;
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle r="9" cx="10" cy="10"/></svg>';

const terms = `# Terms\n\n## First {#first}\n\n${IMAGES}\n`;
const flow = readFileSync('test/content/flow/fixtures/umbrella.en.md', 'utf8').replace(
  'A tiny flow',
  `${IMAGES} A tiny flow`,
);
const visit = `## Have you a letter? {#gate}\n\n${IMAGES}\n`;
const notice = {
  ...{ id: 'slow', revision: 1, kind: 'disruption', reason: 'operational', scope: 'part' },
  ...{ publishedAt: '2026-01-01T00:00:00Z', startsAt: '2026-01-01T00:00:00Z' },
  ...{ affected: [], impact: 'slow', title: { en: 'Slow', sv: 'Trögt' } },
  body: { en: IMAGES, sv: IMAGES },
};

/** What each element shows of a page's own texts. @type {Record<string, string>} */
const PAGES = {
  'terms-dialog': '<lucka-terms-dialog storage="none" src="/texts/terms.md"></lucka-terms-dialog>',
  'document-wizard': '<lucka-document-wizard src="/texts/flow.md"></lucka-document-wizard>',
  'booking-picker': '<lucka-booking-picker src="/texts/visit.md"></lucka-booking-picker>',
  'maintenance-banner':
    '<lucka-maintenance-banner storage="none" src="/texts/feed.json"></lucka-maintenance-banner>',
};

describe('images in the texts of a page', () => {
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  before(async () => {
    site = await hostSite();
    site.files.set('/texts/terms.md', terms);
    site.files.set('/texts/flow.md', flow);
    site.files.set('/texts/visit.md', visit);
    site.files.set('/texts/feed.json', JSON.stringify({ notices: [notice] }));
    site.files.set('/texts/picture.svg', PICTURE);
  });
  after(() => site?.close());

  for (const [name, body] of Object.entries(PAGES)) {
    test(`are shown from the text’s own origin, else as their words: the ${name}`, async () => {
      // A policy that lets every image in, as most pages have.
      const { page, faults } = await site.open(`${body}${LOADER}`, { policy: '' });
      const own = page.getByAltText('Our own picture');
      await own.waitFor();
      assert.equal(await own.getAttribute('src'), `${site.base}/texts/picture.svg`);
      await page.waitForFunction(() =>
        [...document.querySelectorAll('*')].some(({ shadowRoot }) =>
          [...(shadowRoot?.querySelectorAll('img') ?? [])].some(({ naturalWidth }) => naturalWidth),
        ),
      );
      await page.getByText('Words of another host').waitFor();
      assert.deepEqual(faults, []);
    });
  }
});
