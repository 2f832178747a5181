import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkAnnouncements } from './checks/announcements.js';
import { checkAxe } from './checks/axe.js';
import { checkDialogs, checkMotion, checkNames, checkTargets } from './checks/controls.js';
import { checkKeyboard } from './checks/keyboard.js';
import { checkReflow, checkTextSize, checkTextSpacing } from './checks/layout.js';

/** One thing that is wrong. @typedef {{ rule: string, wcag: string, message: string }} Finding */

const inPage = readFileSync(fileURLToPath(new URL('./in-page.js', import.meta.url)), 'utf8');

/**
 * Everything that is checked on a page that shows Lucka's elements: what axe-core sees, and what no engine sees.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ isThorough: boolean, known?: Set<string> }} options thorough: also what changes the page or takes pictures of
 *   it; known: controls whose focus was looked at already in the same colours and width
 * @returns {Promise<Finding[]>}
 */
export async function check(page, { isThorough, known }) {
  await page.evaluate(inPage);
  const findings = [
    ...(await checkAxe(page)),
    ...(await checkReflow(page)),
    ...(await checkTargets(page)),
    ...(await checkNames(page)),
    ...(await checkDialogs(page)),
    ...(await checkMotion(page)),
    ...(await checkTextSpacing(page)),
    ...(await checkTextSize(page)),
  ];
  findings.push(...(await checkKeyboard(page, { seesFocus: isThorough, ...(known && { known }) })));
  // Last, since it writes into fields.
  if (isThorough) findings.push(...(await checkAnnouncements(page)));
  return findings;
}
