/** @typedef {import('./findings.js').Finding} Finding */
/**
 * @typedef {object} SecondEngine
 * @property {string} name
 * @property {string} version
 * @property {(page: import('playwright-core').Page) => Promise<Finding[]>} check
 */

/**
 * @param {readonly string[]} names
 * @returns {Promise<SecondEngine[]>} those beside axe-core
 * @throws {Error} that says what to install
 */
export async function loadEngines(names) {
  const unknown = names.filter((name) => name !== 'axe');
  if (unknown.length) throw new Error(`There is no engine ${unknown.join(', ')}.`);
  return [];
}
