import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFinding } from './cli/audit/rules.js';

/**
 * The browser's accessibility tree of each state: one file per story in test/accessibility-trees/, reviewed by a person
 * once. A change is reported as lines with + and -. `npm run audit -- --update-trees` writes the files again.
 */
const FOLDER = 'test/accessibility-trees';

/** Time to wait for delayed announcements, in milliseconds: a count is announced when typing pauses. */
const PATIENCE = 3000;

/** Removes dates and times, which depend on the day of the test, and the address of Storybook, which differs each time. */
const stable = (/** @type {string} */ tree) =>
  `${tree
    .replace(/\b\d{1,2}:\d{2}(?::\d{2})?\b/g, 'hh:mm')
    .replace(
      /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?/g,
      '<day>',
    )
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, '')
    .trim()}\n`;

/**
 * @param {import('playwright-core').Page} page with one story
 * @param {string} id of the story
 * @param {boolean} isUpdate
 * @returns {Promise<import('./cli/audit/findings.js').Finding[]>}
 */
export async function compareTree(page, id, isUpdate) {
  const read = async () => stable(await page.locator('#storybook-root').ariaSnapshot());
  const file = join(FOLDER, `${id}.yaml`);
  if (isUpdate) {
    mkdirSync(FOLDER, { recursive: true });
    await page.waitForTimeout(PATIENCE);
    writeFileSync(file, await read());
    return [];
  }
  if (!existsSync(file))
    return [finding(`${file} is missing: npm run audit -- --update-trees, then read it`)];
  const wanted = readFileSync(file, 'utf8').split('\n');
  const until = Date.now() + PATIENCE;
  let lines = difference(wanted, (await read()).split('\n'));
  while (lines.length && Date.now() < until) {
    await page.waitForTimeout(200);
    lines = difference(wanted, (await read()).split('\n'));
  }
  return lines.length ? [finding(`differs from ${file}:\n${lines.join('\n')}`)] : [];
}

const finding = (/** @type {string} */ message) => ownFinding('accessibility-tree', { message });

/**
 * Lines that are only in one of the two, by their longest common part.
 *
 * @param {readonly string[]} before
 * @param {readonly string[]} after
 * @returns {string[]}
 */
function difference(before, after) {
  const length = Array.from({ length: before.length + 1 }, () =>
    new Array(after.length + 1).fill(0),
  );
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      length[i][j] =
        before[i] === after[j]
          ? length[i + 1][j + 1] + 1
          : Math.max(length[i + 1][j], length[i][j + 1]);
  /** @type {string[]} */
  const lines = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      i++;
      j++;
    } else if (j < after.length && (i === before.length || length[i][j + 1] >= length[i + 1][j])) {
      lines.push(`+ ${after[j++]}`);
    } else {
      lines.push(`- ${before[i++]}`);
    }
  }
  return lines;
}
