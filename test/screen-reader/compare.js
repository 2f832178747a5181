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
    if (phrase.length < 12 || isQuirk(phrase)) continue;
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
 * Compares what was said with a transcript, phrase by phrase in order.
 *
 * @param {readonly { label: string, phrases: readonly string[] }[]} steps
 * @param {readonly { label: string, phrases: readonly string[] }[]} transcript
 * @returns {string[]} what the transcript has and was not said; one line each
 */
export function differencesOf(steps, transcript) {
  /** @type {string[]} */
  const differences = [];
  const count = Math.max(steps.length, transcript.length);
  for (let index = 0; index < count; index++) {
    const [step, earlier] = [steps[index], transcript[index]];
    if (!step || !earlier || step.label !== earlier.label) {
      differences.push(
        `Step ${index + 1} is ${step?.label ?? 'missing'}; in the transcript it is ${earlier?.label ?? 'missing'}.`,
      );
      break;
    }
    const said = step.phrases.map(undated);
    let from = 0;
    const asked = earlier.phrases.filter((phrase) => !COMES_AND_GOES.test(phrase));
    for (const phrase of asked.map(undated)) {
      const place = said.indexOf(phrase, from);
      if (place < 0) differences.push(`${step.label}: “${phrase}” was not said.`);
      else from = place + 1;
    }
  }
  return differences;
}
