import { sentenceOf } from '../sentences.js';
import { allFailures } from '../summary.js';

/** @typedef {import('./statement.js').KnownIssue} KnownIssue */
/** @typedef {Map<string, { en: string[], sv: string[] }>} Remarks what is wrong, by criterion: sentences for people */

/**
 * @param {import('../summary.js').Summary} summary
 * @returns {Remarks}
 */
export function remarksOf(summary) {
  /** @type {Map<string, Map<string, { en: string, sv: string, places: Set<string> }>>} */
  const found = new Map();
  for (const { finding, page } of allFailures(summary)) {
    const words = sentenceOf(finding);
    for (const number of finding.criteria) {
      const sentences = found.get(number) ?? new Map();
      const entry = sentences.get(words.en) ?? { ...words, places: new Set() };
      entry.places.add(page);
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
    });
  for (const { wcag, en, sv } of summary.about.issues ?? [])
    for (const number of wcag) {
      const entry = remarks.get(number) ?? { en: [], sv: [] };
      remarks.set(number, { en: [...entry.en, en], sv: [...entry.sv, sv] });
    }
  return remarks;
}
