/** WCAG 1.4.10, 1.4.4, 1.4.12: nothing is lost when the window is narrow, the text large or its spacing wide. */

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../check.js').Finding} Finding */

/** @param {string} rule @param {string} wcag @returns {(message: string) => Finding} */
const finding = (rule, wcag) => (message) => ({ rule, wcag, message });

/** @param {Page} page @returns {Promise<Finding[]>} */
export async function checkReflow(page) {
  const found = await page.evaluate(() => {
    const { overflows, cuts } = /** @type {any} */ (window).luckaAudit;
    return [...overflows(), ...cuts()];
  });
  return found.map(finding('reflow', '1.4.10'));
}

/** The text of the page at 200 %. @param {Page} page @returns {Promise<Finding[]>} */
export async function checkTextSize(page) {
  const found = await page.evaluate(async () => {
    const { style } = document.documentElement;
    const before = style.fontSize;
    style.fontSize = '200%';
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
    const { overflows, cuts } = /** @type {any} */ (window).luckaAudit;
    const problems = [...overflows(), ...cuts()];
    style.fontSize = before;
    return problems;
  });
  return found.map(finding('text-size', '1.4.4'));
}

/** @param {Page} page @returns {Promise<Finding[]>} */
export async function checkTextSpacing(page) {
  const found = await page.evaluate(async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`);
    const audit = /** @type {any} */ (window).luckaAudit;
    const roots = audit.roots();
    for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
    const problems = [...audit.overflows(), ...audit.cuts()];
    for (const root of roots)
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter(
        (/** @type {CSSStyleSheet} */ each) => each !== sheet,
      );
    return problems;
  });
  return found.map(finding('text-spacing', '1.4.12'));
}
