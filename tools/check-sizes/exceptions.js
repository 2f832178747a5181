/**
 * Budgets that a page does not meet yet, with a bound: the figure when the exception was written, in
 * English and in Swedish. An unnecessary exception fails the check, so this list only becomes shorter.
 *
 * @typedef {{ page: string, measure: import('./budgets.js').Measure, bounds: Readonly<Record<string, number>> }} Exception
 */

/** @param {string} page @param {Exception['measure']} measure @param {number} en @param {number} [sv] @returns {Exception} */
const allow = (page, measure, en, sv = en) => ({ page, measure, bounds: { en, sv } });

/** @type {readonly Exception[]} */
export const EXCEPTIONS = [
  // The element is two files, since a quiet day must not load the second; words of other languages than English are a file beside them.
  allow('banner with a planned notice', 'files before the first view', 4, 5),
];
