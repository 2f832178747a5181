import { checkAnnouncements } from './checks/announcements.js';
import { checkAxe } from './checks/axe.js';
import { checkForcedEdges, checkStructure, notLookedAt } from './checks/in-page.js';
import { checkKeyboard } from './checks/keyboard.js';
import { checkLanguage } from './checks/language.js';
import { checkLayout } from './checks/layout.js';
import { checkNames } from './checks/names.js';
import { mergeEngines } from './findings.js';
import { inject } from './inject.js';
import { photographer } from './pictures.js';

/** @typedef {import('./findings.js').Finding} Finding */

/**
 * @typedef {object} Looked what one look at one state of a page gave
 * @property {Finding[]} findings
 * @property {string[]} passed rules of axe-core that found nothing wrong
 * @property {string[]} inapplicable rules of axe-core that had nothing to look at
 */

/**
 * Everything that is checked on a page in one state: what engines see, and what none of them sees.
 *
 * @param {import('playwright-core').Page} page
 * @param {object} options
 * @param {string} options.place
 * @param {boolean} options.isThorough also what changes the page or takes pictures of it
 * @param {boolean} [options.isForced] in forced colours
 * @param {string} [options.scope] a CSS selector: only this part of the page
 * @param {Set<string>} [options.known] controls whose focus was looked at already in the same colours and width
 * @param {Set<string>} [options.pictured] of what there is a picture already
 * @param {readonly string[]} [options.onlyRules]
 * @param {readonly string[]} [options.skipRules]
 * @returns {Promise<Looked>}
 */
export async function check(page, options) {
  const { place, isThorough, isForced, scope = '', known, onlyRules, skipRules = [] } = options;
  const withPictures = isThorough
    ? photographer(page, place, options.pictured ?? new Set())
    : async (/** @type {Finding[]} */ findings) => findings;
  const wantsAxe = !onlyRules || onlyRules.some(isOfAxe);
  await inject(page, scope);
  const axe = wantsAxe
    ? await checkAxe(page, {
        ...{ scope, isForced, skip: skipRules.filter(isOfAxe).map(withoutAxe) },
        ...(onlyRules && { only: onlyRules.filter(isOfAxe).map(withoutAxe) }),
      })
    : { findings: [], passed: [], inapplicable: [] };
  /** Is one of these rules asked for? A check that none needs is spared. @param {string[]} rules */
  const wants = (...rules) =>
    rules.some((rule) => (!onlyRules || onlyRules.includes(rule)) && !skipRules.includes(rule));
  const findings = await withPictures([
    ...axe.findings,
    ...(wants('name') ? await checkNames(page) : []),
    ...(await checkStructure(page)),
    ...(wants('language') ? await checkLanguage(page) : []),
    ...(isForced && wants('forced-edge') ? await checkForcedEdges(page) : []),
    ...(await notLookedAt(page)),
  ]);
  if (wants('reflow', 'text-size', 'text-spacing'))
    findings.push(...(await checkLayout(page, withPictures)));
  if (wants('keyboard', 'keyboard-trap', 'focus-visible', 'focus-weak', 'focus-obscured'))
    findings.push(
      ...(await checkKeyboard(page, { seesFocus: isThorough, ...(known && { known }) })),
    );
  // Last, since it writes into fields.
  if (isThorough && wants('announcements'))
    findings.push(...(await withPictures(await checkAnnouncements(page))));
  const wanted = findings.filter(
    ({ rule }) => !skipRules.includes(rule) && (!onlyRules || onlyRules.includes(rule)),
  );
  return {
    ...{ passed: axe.passed, inapplicable: axe.inapplicable },
    findings: mergeEngines(wanted),
  };
}

const isOfAxe = (/** @type {string} */ rule) => rule.startsWith('axe ');
const withoutAxe = (/** @type {string} */ rule) => rule.slice(4);
