import { axeRules } from '../checks/axe.js';
import { RULES } from '../rules.js';
import { lowestLevel } from '../wcag.js';

/**
 * @typedef {object} RuleFacts
 * @property {string} title one short sentence
 * @property {string} help what to do
 * @property {string} [address] of a page about it
 * @property {string[]} actIds
 * @property {string[]} criteria
 */

/** @type {Map<string, RuleFacts> | undefined} */
let facts;

/** @param {string} rule such as 'axe color-contrast' @returns {RuleFacts} */
export function factsOf(rule) {
  facts ??= new Map([
    ...Object.entries(RULES).map(
      ([id, { title, help, criteria }]) =>
        /** @type {[string, RuleFacts]} */ ([id, { title, help, criteria, actIds: [] }]),
    ),
    ...axeRules().map(
      ({ id, help, description, helpUrl, actIds, criteria }) =>
        /** @type {[string, RuleFacts]} */ ([
          `axe ${id}`,
          { title: help, help: description, address: helpUrl, actIds, criteria },
        ]),
    ),
  ]);
  return facts.get(rule) ?? { title: rule, help: rule, actIds: [], criteria: [] };
}

/** For tools that ask for a level of their own. @param {string} rule */
export const levelOfRule = (rule) => lowestLevel(factsOf(rule).criteria);
