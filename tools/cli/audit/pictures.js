import { fingerprint } from './findings.js';

/** Space round what failed, px. */
const MARGIN = 40;
const LARGEST = { width: 900, height: 700 };

/**
 * Takes the picture of what has just been found, while the page is in the state in which it failed; of one thing once.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} place
 * @param {Set<string>} seen fingerprints of which there is a picture
 * @returns {(findings: import('./findings.js').Finding[]) => Promise<import('./findings.js').Finding[]>}
 */
export const photographer = (page, place, seen) => async (findings) => {
  const pictured = [];
  for (const finding of findings)
    pictured.push({ ...finding, ...(await pictureOf(page, finding, place, seen)) });
  return pictured;
};

/**
 * @param {import('playwright-core').Page} page
 * @param {import('./findings.js').Finding} finding
 * @param {string} place
 * @param {Set<string>} seen
 */
async function pictureOf(page, finding, place, seen) {
  const { target, kind, picture } = finding;
  const id = fingerprint(finding, place);
  if (picture) seen.add(id);
  if (picture || kind === 'undecided' || !target || seen.has(id)) return {};
  const box = await page
    .evaluate((path) => {
      /** @type {Element | undefined} */
      const element = /** @type {any} */ (window).luckaAudit.find(path);
      if (!element) return undefined;
      const { x, y, width, height } = element.getBoundingClientRect();
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { x: x + scrollX, y: y + scrollY, width, height, scrollWidth, scrollHeight };
    }, target.path)
    .catch(() => undefined);
  if (!box || box.width < 1 || box.height < 1) return {};
  const x = Math.max(0, box.x - MARGIN);
  const y = Math.max(0, box.y - MARGIN);
  const width = Math.min(box.width + MARGIN * 2, LARGEST.width, Math.max(box.scrollWidth - x, 1));
  const height = Math.min(
    box.height + MARGIN * 2,
    LARGEST.height,
    Math.max(box.scrollHeight - y, 1),
  );
  const clip = { x, y, width, height };
  const data = await page
    .screenshot({ clip, fullPage: true, animations: 'disabled', timeout: 5000 })
    .catch(() => undefined);
  if (!data) return {};
  seen.add(id);
  return {
    picture: {
      ...{ data, width, height },
      box: { x: box.x - x, y: box.y - y, width: box.width, height: box.height },
    },
  };
}
