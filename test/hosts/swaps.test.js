import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { allDrawn, ELEMENTS, hostSite, LOADER, POLICY } from '../support/host-site.js';
import { download } from './downloads.js';

const LIBRARIES = {
  'htmx.org@2.0.11': ['dist/htmx.min.js'],
  '@hotwired/turbo@8.0.23': ['dist/turbo.es2017-umd.js'],
};

/** Turbo and htmx replace parts of a page; what they bring is upgraded, and what they take away is gone. */
describe('a page whose parts are swapped', () => {
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  before(async () => {
    site = await hostSite();
    for (const [name, text] of download(LIBRARIES))
      site.files.set(`/${name.split('/').at(-1)}`, text);
  });
  after(() => site?.close());

  // Both libraries write style elements and HTML from text: their own needs, not ours.
  const policy = POLICY.replace(/style-src[^;]*/, "style-src 'self' 'unsafe-inline'").replace(
    /; require-trusted-types.*/,
    '',
  );
  const composer = ELEMENTS['message-composer'] ?? '';
  const place = '<div data-lucka="document-wizard"><a href="/identity">Documents</a></div>';

  test('by htmx shows the elements that come, also in a div with data-lucka', async () => {
    site.files.set('/part', `<section id="part">${composer}${place}</section>`);
    const { page, faults } = await site.open(
      `<button hx-get="/part" hx-target="#part" hx-swap="outerHTML">Get</button><section id="part"></section>
       <script src="/htmx.min.js"></script>${LOADER}`,
      { policy },
    );
    for (let time = 0; time < 20; time++) {
      await page.getByRole('button', { name: 'Get' }).click();
      await page.waitForFunction(() => !document.querySelector('.htmx-request'));
    }
    await allDrawn(page);
    await page.getByRole('textbox', { name: 'Your message' }).fill('Hello');
    await page.getByRole('button', { name: 'Start' }).first().waitFor();
    assert.equal(await page.locator('lucka-message-composer').count(), 1);
    assert.equal(await page.locator('lucka-document-wizard').count(), 1);
    assert.deepEqual(faults, []);
  });

  test('by Turbo shows them again on the way back, from its own copy of the page', async () => {
    const turbo = '<script src="/turbo.es2017-umd.js"></script>';
    site.policies.set('/other', policy);
    site.files.set(
      '/other',
      `<!doctype html><html lang="en"><head><title>Other</title>${turbo}${LOADER}</head><body><h1>Other</h1></body></html>`,
    );
    const { page, faults } = await site.open(`<a href="/other">Other page</a>${composer}${place}`, {
      policy,
      head: turbo + LOADER,
    });
    await allDrawn(page);
    await page.getByRole('link', { name: 'Other page' }).click();
    await page.getByRole('heading', { name: 'Other' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Other page' }).waitFor();
    await allDrawn(page);
    await page.getByRole('textbox', { name: 'Your message' }).waitFor();
    assert.equal(await page.locator('lucka-document-wizard').count(), 1);
    assert.equal(await page.locator('[data-lucka] > a').count(), 0, 'the fallback stands twice');
    assert.deepEqual(faults, []);
  });
});
