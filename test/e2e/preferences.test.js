import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser } from '../support/browser.js';
import { allDrawn, hostSite, LOADER } from '../support/host-site.js';
import { startService } from '../support/service.js';

describe('for people who ask for more contrast', () => {
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  before(async () => {
    site = await hostSite();
  });
  after(() => site?.close());

  for (const tag of [
    'lucka-booking-picker',
    'lucka-document-wizard',
    'lucka-message-composer',
    'lucka-maintenance-banner',
    'lucka-terms-dialog',
  ])
    test(`<${tag}> draws edges and secondary text in the colour of its text`, async () => {
      const { page } = await site.open(`<${tag}>Fallback</${tag}>${LOADER}`);
      await page.emulateMedia({ contrast: 'more' });
      await allDrawn(page);
      const colours = await page.locator(tag).evaluate((element) => {
        const root = element.shadowRoot?.querySelector('.root') ?? element;
        return ['--_text', '--_text-muted', '--_border'].map((name) => {
          const probe = document.createElement('p');
          probe.style.color = `var(${name})`;
          root.append(probe);
          return getComputedStyle(probe).color;
        });
      });
      assert.equal(new Set(colours).size, 1, colours.join(', '));
    });
});

describe('the demo page with large text', () => {
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

  for (const { factor, columns } of [
    { factor: 1, columns: 2 },
    { factor: 2, columns: 1 },
  ])
    for (const path of ['/', '/sv'])
      test(`has ${columns} column${columns > 1 ? 's' : ''} on ${path} in a window of 1280 when the text is ${factor} times as large`, async () => {
        const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
        await page.goto(service.address + path);
        const count = await page.evaluate((times) => {
          const { documentElement } = document;
          const size = parseFloat(getComputedStyle(documentElement).fontSize);
          documentElement.style.fontSize = `${size * times}px`;
          const grid = document.querySelector('.grid');
          return grid ? getComputedStyle(grid).gridTemplateColumns.split(' ').length : 0;
        }, factor);
        assert.equal(count, columns);
        await page.close();
      });
});
