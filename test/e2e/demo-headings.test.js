import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser } from '../support/browser.js';
import { allDrawn } from '../support/host-site.js';
import { startService } from '../support/service.js';

/**
 * Titles of the elements that are below a heading of the page, but not smaller than it.
 *
 * @returns {string[]} with their sizes
 */
function tooLargeTitles() {
  const sizeOf = (/** @type {Element} */ element) => parseFloat(getComputedStyle(element).fontSize);
  return [...document.querySelectorAll('section')].flatMap((section) => {
    const heading = section.querySelector('h2');
    const titles = [...section.querySelectorAll('[heading-level]')].flatMap((element) => [
      ...(element.shadowRoot?.querySelectorAll('h3') ?? []),
    ]);
    return titles
      .filter((title) => !heading || sizeOf(title) >= sizeOf(heading))
      .map((title) => `${title.textContent}: ${sizeOf(title)}, ${heading && sizeOf(heading)}`);
  });
}

describe('on the demo pages', () => {
  /** @type {Awaited<ReturnType<typeof startService>>} */
  let service;
  /** @type {import('playwright-core').Browser} */
  let browser;
  before(async () => {
    [service, browser] = await Promise.all([startService(), launchBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await service?.remove();
  });

  for (const path of ['/', '/fordon'])
    for (const width of [320, 1280])
      test(`${path}, ${width} px wide: an element’s title is smaller than the page’s heading above it`, async () => {
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        await page.goto(service.address + path);
        await allDrawn(page);
        const titles = page.locator('section [heading-level="3"] h3');
        assert.ok((await titles.count()) >= 3);
        assert.deepEqual(await page.evaluate(tooLargeTitles), []);
        await page.close();
      });
});
