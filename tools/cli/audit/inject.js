import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const read = (/** @type {string} */ name) =>
  readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');

const sources = ['./in-page.js', './page-checks/layout.js', './page-checks/structure.js'].map(read);

/**
 * Puts what the checks need into a page or a frame of it; nothing that the page shows changes.
 *
 * @param {import('playwright-core').Page | import('playwright-core').Frame} frame
 * @param {string} [scope] a CSS selector: look only at this part of the page
 */
export async function inject(frame, scope = '') {
  await frame.evaluate((selector) => {
    /** @type {any} */ (window).luckaAuditScope = selector;
  }, scope);
  for (const source of sources) await frame.evaluate(source);
}
