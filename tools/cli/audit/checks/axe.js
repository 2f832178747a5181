import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * axe-core with all its rules, the experimental ones and those of best practice too.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<import('../check.js').Finding[]>}
 */
export async function checkAxe(page) {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, {
      resultTypes: ['violations'],
    });
    return violations.flatMap((/** @type {any} */ { id, tags, nodes }) => {
      const tag = tags.find((/** @type {string} */ each) => /^wcag\d{3,}$/.test(each)) ?? '';
      const wcag = tag.replace(/^wcag(\d)(\d)(\d+)$/, '$1.$2.$3');
      return nodes.map((/** @type {any} */ { target }) => ({
        ...{ rule: `axe ${id}`, wcag, message: target.flat().join(' >>> ') },
      }));
    });
  });
}
