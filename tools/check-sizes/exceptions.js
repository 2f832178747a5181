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
  allow('terms dialog', 'files before the first view', 5, 6),
  allow('message composer', 'files before the first view', 4, 5),
  allow('banner with a planned notice', 'files before the first view', 6, 7),
  allow('document wizard', 'files before the first view', 4, 5),
  allow('booking picker', 'files before the first view', 4, 5),

  allow('terms dialog', 'round trips before the first view', 4),
  allow('message composer', 'round trips before the first view', 4),
  allow('banner with a planned notice', 'round trips before the first view', 4, 5),
  allow('document wizard', 'round trips before the first view', 4),
  allow('booking picker', 'round trips before the first view', 4),
  allow('all five', 'round trips before the first view', 5),

  allow('terms dialog', 'nodes ÷ same content', 4.35),
  allow('message composer', 'nodes ÷ same content', 3.8),
  allow('banner with a planned notice', 'nodes ÷ same content', 2.92),
  allow('document wizard', 'nodes ÷ same content', 3.19),
  allow('booking picker', 'nodes ÷ same content', 3.89, 3.92),
  allow('all five', 'nodes ÷ same content', 4.05),
];
