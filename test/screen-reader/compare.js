import { COMES_AND_GOES, QUIRKS } from './quirks.js';

/** @typedef {import('./person.js').Step} Step */
/** @typedef {import('./session.js').Browser} Browser */

/** As it is heard: without punctuation marks, which Orca adds, and soft hyphens. @param {string} text */
const plain = (text) =>
  text
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

/**
 * What is wrong with a step: what must be said was not, was said twice, or nothing was said at all.
 *
 * @param {Step} step
 * @param {Browser} browser
 * @returns {string[]}
 */
export function faultsOf(step, browser) {
  /** @type {string[]} */
  const faults = step.fault ? [step.fault] : [];
  const phrases = step.phrases.map(plain).filter(Boolean);
  if (!phrases.length)
    return step.maySilent && !faults.length ? [] : [...faults, 'Nothing was said.'];
  const all = phrases.join(' ');
  let from = 0;
  for (const text of step.expected.map(plain)) {
    const place = all.indexOf(text, from);
    if (place < 0)
      faults.push(all.includes(text) ? `“${text}” was said too early.` : `“${text}” was not said.`);
    else from = place + text.length;
  }
  const isQuirk = (/** @type {string} */ phrase) =>
    QUIRKS.some(
      ({ browsers, mayRepeat }) => browsers.includes(browser) && mayRepeat(phrase, phrases),
    );
  for (const phrase of new Set(phrases)) {
    if (phrase.length < 12 || COMES_AND_GOES.test(phrase) || isQuirk(phrase)) continue;
    const count = phrases.filter((each) => each === phrase).length;
    if (count > 1) faults.push(`“${phrase}” was said ${count} times.`);
  }
  return faults;
}

/** A phrase without what depends on the day, such as numbers, names of days and months. @param {string} phrase */
const undated = (phrase) =>
  plain(phrase)
    .replace(/\d+/g, '0')
    .replace(
      /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?<!\p{L})(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?(?!\p{L})/gu,
      '(day)',
    )
    .replace(
      /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b/g,
      '(month)',
    );

/**
 * Is it what is left of a sentence that was interrupted, or a state said again? Whether that is heard depends on the moment of the
 * next key.
 *
 * @param {string} phrase
 * @param {readonly string[]} others phrases of the same step, and of the one before
 */
const isRemnant = (phrase, others) =>
  others.some((other) => other !== phrase && other.includes(phrase.replace(/\.$/, '')));

/**
 * What Orca said of a page after the last text that must be said as it opens. How much of the page it reads before a dialog
 * interrupts it, and with which role it says the dialog's name then, differs from time to time; that it is said is checked already.
 *
 * @param {readonly string[]} phrases
 * @param {readonly string[]} [expected]
 */
const afterOpening = (phrases, expected = []) =>
  phrases.slice(
    phrases.findLastIndex((phrase) => expected.some((text) => phrase.includes(undated(text)))) + 1,
  );

/**
 * What is compared of a step. When all of a field is selected, Orca says its text and “selected”, or “entire document selected”: see
 * README.md.
 *
 * @param {{ label: string, phrases: readonly string[] } | undefined} step
 * @returns {string[]}
 */
function comparable(step) {
  const { label, phrases = [] } = step ?? {};
  if (label === '[ctrl+a]' && phrases.some((phrase) => /\bselected$/.test(phrase)))
    return ['selected'];
  return phrases.map(undated);
}

/**
 * Compares what was said with a transcript, phrase by phrase in order. A phrase that comes late, at the next step, is no difference. Of
 * a step that may differ nothing is compared, and what follows it may have been said there already.
 *
 * @param {readonly { label: string, phrases: readonly string[], expected?: readonly string[], mayDiffer?: boolean }[]} steps
 * @param {readonly { label: string, phrases: readonly string[] }[]} transcript
 * @returns {string[]} what the transcript has and was not said; one line each
 */
export function differencesOf(steps, transcript) {
  /** @type {string[]} */
  const differences = [];
  const count = Math.max(steps.length, transcript.length);
  const saidAt = (/** @type {number} */ index) => comparable(steps[index]);
  const askedAt = (/** @type {number} */ index) => comparable(transcript[index]);
  for (let index = 0; index < count; index++) {
    const [step, earlier] = [steps[index], transcript[index]];
    if (!step || !earlier || step.label !== earlier.label) {
      differences.push(
        `Step ${index + 1} is ${step?.label ?? 'missing'}; in the transcript it is ${earlier?.label ?? 'missing'}.`,
      );
      break;
    }
    if (step.mayDiffer) continue;
    const early = steps[index - 1]?.mayDiffer ? saidAt(index - 1) : [];
    const said = [...early, ...saidAt(index), ...saidAt(index + 1)];
    const before = askedAt(index - 1);
    const here = askedAt(index);
    let from = 0;
    for (const phrase of index ? here : afterOpening(here, step.expected)) {
      if (COMES_AND_GOES.test(phrase) || before.includes(phrase)) continue;
      if (isRemnant(phrase, [...before, ...here])) continue;
      // A dialog is named as it opens, with its role or without, or at the next key.
      if (early.includes(phrase.replace(/ dialog$/, '.'))) continue;
      const place = said.indexOf(phrase, from);
      if (place < 0) differences.push(`${step.label}: “${phrase}” was not said.`);
      else from = place + 1;
    }
  }
  return differences;
}
