import { check } from './check.js';
import { pictureOf } from './report.js';

/** @typedef {{ scheme: 'light' | 'dark' | 'forced', width: 1280 | 320 }} View */

/** How a page somewhere is looked at. @type {readonly View[]} */
const VIEWS = /** @type {const} */ (['light', 'dark', 'forced']).flatMap((scheme) =>
  /** @type {const} */ ([1280, 320]).map((width) => ({ scheme, width })),
);

/** How long a page may take until its elements are there, in milliseconds. */
const PATIENCE = 20_000;

/**
 * A page that embeds Lucka, in light, dark and forced colours, wide and narrow.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {{ views?: readonly View[], patience?: number }} [options] patience in milliseconds
 * @returns {Promise<import('./report.js').Result[]>}
 * @throws {Error} when there is no element of ours on the page
 */
export async function auditPage(browser, address, { views = VIEWS, patience = PATIENCE } = {}) {
  const results = [];
  for (const { scheme, width } of views) {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme: scheme === 'dark' ? 'dark' : 'light',
      forcedColors: scheme === 'forced' ? 'active' : 'none',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'networkidle', timeout: patience });
    await page.waitForFunction(isThere, undefined, { timeout: patience }).catch(() => {
      throw new Error(`There is no element of Lucka on ${address}, or it was not defined in time.`);
    });
    const findings = await check(page, { isThorough: true });
    const picture = findings.length ? await pictureOf(page) : undefined;
    results.push({ place: address, address, cell: `${scheme} ${width}`, findings, picture });
    await context.close();
  }
  return results;
}

/** Runs in the page. */
function isThere() {
  const elements = [...document.querySelectorAll('*')].filter(({ localName }) =>
    localName.startsWith('lucka-'),
  );
  return elements.length > 0 && elements.every((element) => element.matches(':defined'));
}
