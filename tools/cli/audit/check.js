import { checkAnnouncements } from './checks/announcements.js';
import { checkForcedEdges, checkStructure, notLookedAt, unseenFrames } from './checks/in-page.js';
import { checkKeyboard } from './checks/keyboard.js';
import { checkLanguage } from './checks/language.js';
import { checkLayout } from './checks/layout.js';
import { checkNames } from './checks/names.js';
import { runRules, ruleName } from './engines/engines.js';
import { mergeEngines } from './findings.js';
import { inject } from './inject.js';
import { photographer } from './pictures.js';
import { ownFinding } from './rules.js';

/** @typedef {import('./findings.js').Finding} Finding */

/**
 * @typedef {object} Looked what one look at one state of a page gave
 * @property {Finding[]} findings
 * @property {string[]} passed rules of the engines that found nothing wrong, such as 'axe image-alt'
 * @property {string[]} inapplicable rules of the engines that had nothing to look at
 */

/**
 * Everything that is checked on a page in one state: what engines see, and what none of them sees.
 *
 * @param {import('playwright-core').Page} page
 * @param {object} options
 * @param {string} options.place
 * @param {readonly import('./engines/engines.js').Engine[]} options.engines
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
  await inject(page, scope);
  /** Is one of these rules asked for? A check that none needs is spared. @param {string[]} rules */
  const wants = (...rules) =>
    rules.some((rule) => (!onlyRules || onlyRules.includes(rule)) && !skipRules.includes(rule));
  /** @type {Looked[]} */
  const looked = [];
  for (const engine of options.engines)
    looked.push(await lookWith(engine, page, { scope, isForced: isForced ?? false, wants }));
  const findings = await withPictures([
    ...looked.flatMap((each) => each.findings),
    ...(options.engines.some(({ id }) => id === 'axe') || scope ? [] : await unseenFrames(page)),
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
    passed: looked.flatMap(({ passed }) => passed),
    inapplicable: looked.flatMap(({ inapplicable }) => inapplicable),
    findings: mergeEngines(wanted),
  };
}

/**
 * An engine that fails does not take the rest with it.
 *
 * @param {import('./engines/engines.js').Engine} engine
 * @param {import('playwright-core').Page} page
 * @param {{ scope: string, isForced: boolean, wants: (...rules: string[]) => boolean }} options
 * @returns {Promise<Looked>}
 */
async function lookWith(engine, page, { scope, isForced, wants }) {
  const rules = runRules(engine)
    .map(({ id }) => id)
    .filter((id) => wants(ruleName(engine, id)));
  if (!rules.length) return { findings: [], passed: [], inapplicable: [] };
  const withName = (/** @type {string} */ id) => ruleName(engine, id);
  try {
    const looked = await engine.check(page, { rules, scope, isForced });
    return {
      findings: looked.findings,
      passed: looked.passed.map(withName),
      inapplicable: looked.inapplicable.map(withName),
    };
  } catch (error) {
    // Whoever closed the page is told about by the caller.
    if (page.isClosed()) throw error;
    const [reason] = String(error instanceof Error ? error.message : error).split('\n');
    const message = `${engine.name} could not look at this page: ${reason}`;
    return { findings: [ownFinding('not-checked', { message })], passed: [], inapplicable: [] };
  }
}
