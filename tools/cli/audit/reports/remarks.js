import { sentenceOf } from '../sentences.js';
import { allFailures } from '../summary.js';
import { foundBy } from './method.js';
import { factsOf } from './rule-facts.js';

/** @typedef {import('./statement.js').KnownIssue} KnownIssue */
/**
 * What is wrong, by criterion: sentences for people, and the engines that found it.
 *
 * @typedef {Map<string, { en: string[], sv: string[], by: string[] }>} Remarks
 */

/**
 * @param {import('../summary.js').Summary} summary
 * @returns {Remarks}
 */
export function remarksOf(summary) {
  /** @type {Map<string, Map<string, { en: string, sv: string, places: Set<string>, by: Set<string> }>>} */
  const found = new Map();
  for (const { finding, page } of allFailures(summary)) {
    const words = sentenceOf(finding);
    for (const number of finding.criteria) {
      const sentences = found.get(number) ?? new Map();
      const entry = sentences.get(words.en) ?? { ...words, places: new Set(), by: new Set() };
      entry.places.add(page);
      for (const name of foundBy(summary.run, finding)) entry.by.add(name);
      sentences.set(words.en, entry);
      found.set(number, sentences);
    }
  }
  /** @type {Remarks} */
  const remarks = new Map();
  for (const [number, sentences] of found)
    remarks.set(number, {
      en: [...sentences.values()].map(
        ({ en, places }) => `${en} Where: ${[...places].join(', ')}.`,
      ),
      sv: [...sentences.values()].map(({ sv, places }) => `${sv} Var: ${[...places].join(', ')}.`),
      by: [...new Set([...sentences.values()].flatMap(({ by }) => [...by]))],
    });
  for (const { wcag, en, sv } of summary.about.issues ?? [])
    for (const number of wcag) {
      const entry = remarks.get(number) ?? { en: [], sv: [], by: [] };
      remarks.set(number, { ...entry, en: [...entry.en, en], sv: [...entry.sv, sv] });
    }
  return remarks;
}

/** For the conformance papers. @param {Remarks} remarks @param {string} number @returns {string} '' when nothing is wrong */
export function remarkOf(remarks, number) {
  const { en = [], by = [] } = remarks.get(number) ?? {};
  return [...en, ...(by.length ? [`Found by ${by.join(', ')}.`] : [])].join(' ');
}

/**
 * What a person has to decide before anything is published: rules, with the number of places.
 *
 * @param {import('../summary.js').Summary} summary
 * @returns {string[]}
 */
export function toDecide({ run, undecided }) {
  /** @type {Map<string, Set<string>>} */
  const byRule = new Map();
  for (const { id, finding } of undecided) {
    // What concerns a whole page says more than the rule does.
    const { title } = factsOf(run, finding.rule);
    const words = finding.target ? title : `${title}: ${finding.message}`;
    byRule.set(words, (byRule.get(words) ?? new Set()).add(id));
  }
  return [...byRule].map(([words, ids]) =>
    ids.size > 1 ? `${words} (${ids.size} places)` : words,
  );
}
