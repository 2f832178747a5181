/** @typedef {import('./person.js').Step} Step */

/**
 * @typedef {object} Walked a journey that was made
 * @property {string} name
 * @property {readonly Step[]} steps
 */

/**
 * What was said, as a text for people.
 *
 * @param {string} title
 * @param {string} versions
 * @param {readonly Walked[]} journeys
 * @param {string} lang of the page: the languages of a step are written where it has another one
 * @returns {string}
 */
export function writeTranscript(title, versions, journeys, lang) {
  const parts = journeys.map(
    ({ name, steps }) =>
      `======== A person ${name} ========\n\n${steps.map((step) => writeStep(step, lang)).join('\n')}`,
  );
  return `${title}\n${versions}\n\n${parts.join('\n')}`;
}

/** @param {Step} step @param {string} lang */
function writeStep({ label, phrases, languages }, lang) {
  const lines = phrases.map((phrase) => `   "${phrase}"`);
  if (!lines.length) lines.push('   (silence)');
  if (languages.some((each) => each !== lang)) lines.push(`   [language: ${languages.join(', ')}]`);
  return [`>> ${label}`, ...lines, ''].join('\n');
}

/**
 * @param {string} text
 * @returns {Map<string, { label: string, phrases: string[], languages: string[] }[]>} the steps by the name of the journey
 */
export function readTranscript(text) {
  /** @type {ReturnType<typeof readTranscript>} */
  const journeys = new Map();
  /** @type {{ label: string, phrases: string[], languages: string[] }[]} */
  let steps = [];
  for (const line of text.split('\n')) {
    const name = /^={8} A person (.*) ={8}$/.exec(line)?.[1];
    const label = /^>> (.*)$/.exec(line)?.[1];
    const phrase = /^ {3}"(.*)"$/.exec(line)?.[1];
    const languages = /^ {3}\[language: (.*)\]$/.exec(line)?.[1];
    if (name) journeys.set(name, (steps = []));
    else if (label) steps.push({ label, phrases: [], languages: [] });
    else if (phrase !== undefined) steps.at(-1)?.phrases.push(phrase);
    else if (languages) steps.at(-1)?.languages.push(...languages.split(', '));
  }
  return journeys;
}

/**
 * Which browser a transcript was heard with, such as `Firefox 153`: another version words some things otherwise, and so its
 * phrases cannot be compared.
 *
 * @param {string} text a transcript, or the versions in its second line
 * @returns {string} '' when it does not say
 */
export const browserOf = (text) => /(?:Firefox|Chromium) \d+/.exec(text)?.[0] ?? '';
