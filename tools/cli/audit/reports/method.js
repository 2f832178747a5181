import { ruleName } from '../engines/engines.js';
import { enginesOf } from '../findings.js';

/** @typedef {import('../summary.js').Summary} Summary */

/** What the machine cannot evaluate, by WCAG-EM (steps 2 to 4) left to a person. */
export const CANNOT = [
  'whether texts, headings, labels and alternatives say the right thing, in plain words',
  'whether a process can be completed: only the states named here were seen, each by itself',
  'video and sound, documents for download, and what assistive technology makes of the page',
  'whether the sample stands for the whole: it was given, not chosen by WCAG-EM',
];

/** @param {Summary} summary @returns {string} one sentence: with what */
export const toolsOf = ({ run }) =>
  `lucka-audit ${run.version} with ${run.engines.map(({ name, version }) => `${name} ${version}`).join(', ')} in ${run.browser}`;

/** @param {Summary} summary @returns {string} for the papers: with what, and what that is worth */
export const methodOf = (summary) =>
  `Automatic, by ${toolsOf(summary)}: ${summary.run.engines.map(rulesOf).join('; ')}; and checks of keyboard, focus, targets, reflow at 320 px, text at 200 %, text spacing, names, errors, languages, directions, dialogs, motion and announcements. No criterion was evaluated by a person for this draft.`;

/** @param {import('../engines/engines.js').EngineFacts} engine */
const rulesOf = ({ name, leftOut }) =>
  `every rule of ${name}${Object.keys(leftOut).length ? ` but ${Object.keys(leftOut).join(', ')}` : ''}`;

/** @param {Summary} summary @returns {Record<string, string>} rules that were not run, and why */
export const leftOutOf = ({ run }) =>
  Object.fromEntries(
    run.engines.flatMap((engine) =>
      Object.entries(engine.leftOut).map(([id, why]) => [ruleName(engine, id), why]),
    ),
  );

/** @param {import('../run.js').Run} run @param {Pick<import('../findings.js').Finding, 'rule' | 'also'>} finding @returns {string[]} names of the engines that say so */
export const foundBy = ({ engines }, finding) =>
  enginesOf(finding).map((id) => engines.find((each) => each.id === id)?.name ?? 'lucka-audit');

/** @param {Summary} summary @returns {{ place: string, address: string, views: string[] }[]} which pages, in which states and views */
export function sampleOf({ run }) {
  /** @type {Map<string, { place: string, address: string, views: string[] }>} */
  const sample = new Map();
  for (const { place, address, view, status } of run.results) {
    const entry = sample.get(place) ?? { place, address, views: [] };
    if (status === 'audited') entry.views.push(view);
    sample.set(place, entry);
  }
  return [...sample.values()];
}

/** @param {string} address @returns {string} as an IRI that machines accept; a path stays as it is, encoded */
export const iriOf = (address) =>
  URL.canParse(address) ? new URL(address).href : encodeURI(address).replace(/[#]/g, '%23');
