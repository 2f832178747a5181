import { runInPage } from './in-page.js';

/** WCAG 1.4.10, 1.4.4, 1.4.12: nothing is lost when the window is narrow, the text large or its spacing wide. */

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../findings.js').Finding} Finding */

/** WCAG 1.4.10 asks for this width, in CSS px. */
const NARROW = 320;
/** WCAG 1.4.4 and 1.4.10 are not asked for together: text is enlarged in a window of ordinary width. */
const ORDINARY = 640;

/**
 * Some of these change the page: what they find has its picture taken before the page is put back.
 *
 * @param {Page} page
 * @param {(findings: Finding[]) => Promise<Finding[]>} withPictures
 * @returns {Promise<Finding[]>}
 */
export async function checkLayout(page, withPictures) {
  const width = page.viewportSize()?.width ?? 0;
  const findings = [];
  if (width <= NARROW)
    findings.push(...(await withPictures(await runInPage(page, 'reflow', 'reflow'))));
  if (width >= ORDINARY) findings.push(...(await changed('textSize', 'text-size')));
  findings.push(...(await changed('textSpacing', 'text-spacing')));
  return findings;

  /** @param {string} name @param {string} rule */
  async function changed(name, rule) {
    try {
      return await withPictures(await runInPage(page, name, rule));
    } finally {
      await page.evaluate(() => /** @type {any} */ (window).luckaAudit.restore());
    }
  }
}
