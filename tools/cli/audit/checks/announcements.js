import { ownFinding } from '../rules.js';

/** What is said while somebody types (WCAG 4.1.3). */

/** Most announcements while 27 characters are typed. */
const MOST = 3;
const TEXT = 'When will I get an answer? ';
/** So many fields are tried. */
const MOST_FIELDS = 3;

/**
 * Types into fields for longer text, and counts what live regions say.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<import('../findings.js').Finding[]>}
 */
export async function checkAnnouncements(page) {
  const fields = await page.evaluate(() => {
    const audit = /** @type {any} */ (window).luckaAudit;
    audit.fields = audit
      .tabStops()
      .filter((/** @type {HTMLElement} */ stop) => stop.matches('textarea:not([readonly])'));
    audit.said = 0;
    const regions = audit
      .all()
      .filter((/** @type {Element} */ element) =>
        element.matches('[role="status"], [role="alert"], [aria-live]'),
      );
    for (const region of regions)
      new MutationObserver(() => audit.said++).observe(region, {
        ...{ childList: true, characterData: true, subtree: true },
      });
    return regions.length ? audit.fields.length : 0;
  });
  /** @type {import('../findings.js').Finding[]} */
  const findings = [];
  for (let index = 0; index < Math.min(fields, MOST_FIELDS); index++) {
    await page.evaluate((at) => {
      const audit = /** @type {any} */ (window).luckaAudit;
      audit.said = 0;
      audit.fields[at].focus();
    }, index);
    await page.keyboard.type(TEXT, { delay: 10 });
    await page.waitForTimeout(1500);
    const { said, target } = await page.evaluate((at) => {
      const audit = /** @type {any} */ (window).luckaAudit;
      return { said: audit.said, target: audit.describe(audit.fields[at]) };
    }, index);
    if (said > MOST)
      findings.push(
        ownFinding('announcements', {
          message: `makes ${said} announcements while ${TEXT.length} characters are typed`,
          target,
        }),
      );
  }
  return findings;
}
