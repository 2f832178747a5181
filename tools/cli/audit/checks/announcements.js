/** WCAG 4.1.3: what is said while somebody types. */

/** Most announcements while 27 characters are typed. */
const MOST = 3;
const TEXT = 'When will I get an answer? ';

/**
 * Types into every field for text, and counts what live regions say.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<import('../check.js').Finding[]>}
 */
export async function checkAnnouncements(page) {
  const fields = await page.evaluate(() => {
    const audit = /** @type {any} */ (window).luckaAudit;
    audit.fields = audit
      .tabStops()
      .filter((/** @type {HTMLElement} */ stop) => stop.matches('textarea:not([readonly])'));
    audit.said = 0;
    for (const region of audit
      .all()
      .filter((/** @type {Element} */ element) =>
        element.matches('[role="status"], [role="alert"], [aria-live]'),
      ))
      new MutationObserver(() => audit.said++).observe(region, {
        ...{ childList: true, characterData: true, subtree: true },
      });
    return audit.fields.length;
  });
  /** @type {import('../check.js').Finding[]} */
  const findings = [];
  for (let index = 0; index < fields; index++) {
    await page.evaluate((at) => {
      const audit = /** @type {any} */ (window).luckaAudit;
      audit.said = 0;
      audit.fields[at].focus();
    }, index);
    await page.keyboard.type(TEXT, { delay: 10 });
    await page.waitForTimeout(1500);
    const { said, place } = await page.evaluate((at) => {
      const audit = /** @type {any} */ (window).luckaAudit;
      return { said: audit.said, place: audit.place(audit.fields[at]) };
    }, index);
    if (said > MOST)
      findings.push({
        ...{ rule: 'announcements', wcag: '4.1.3' },
        message: `${said} announcements while ${TEXT.length} characters are typed: ${place}`,
      });
  }
  return findings;
}
