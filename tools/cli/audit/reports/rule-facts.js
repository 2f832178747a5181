import { ruleName } from '../engines/engines.js';
import { RULES } from '../rules.js';

/**
 * @typedef {object} RuleFacts
 * @property {string} title one short sentence
 * @property {string} help what to do
 * @property {string} [address] of a page about it
 * @property {readonly string[]} actIds
 * @property {readonly string[]} criteria
 */

/** @type {WeakMap<import('../run.js').Run, Map<string, RuleFacts>>} */
const known = new WeakMap();

/**
 * @param {import('../run.js').Run} run which engines there are
 * @param {string} rule such as 'axe color-contrast'
 * @returns {RuleFacts}
 */
export function factsOf(run, rule) {
  const facts = known.get(run) ?? collect(run);
  known.set(run, facts);
  return facts.get(rule) ?? { title: rule, help: rule, actIds: [], criteria: [] };
}

/** @param {import('../run.js').Run} run @returns {Map<string, RuleFacts>} */
const collect = ({ engines }) =>
  new Map([
    ...Object.entries(RULES).map(
      ([id, { title, help, criteria }]) =>
        /** @type {[string, RuleFacts]} */ ([id, { title, help, criteria, actIds: [] }]),
    ),
    ...engines.flatMap((engine) =>
      engine.rules.map(
        (rule) => /** @type {[string, RuleFacts]} */ ([ruleName(engine, rule.id), rule]),
      ),
    ),
  ]);
