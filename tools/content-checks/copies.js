import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The content must not copy: no sentence of a source, and no eight consecutive words of one. Needs the
 * source texts (`*.txt`, and `numbered.md` with a line `- **T01** …` for each sentence), which are not part of the project.
 */

const LIMIT = 8;
/** Names, addresses, titles of laws and lists of names count as one word each. */
const NAMES = [
  'malmö växjö gothenburg norrköping örebro sundbyberg sundsvall and boden',
  'malmö växjö gothenburg norrköping örebro sundbyberg sundsvall or boden',
  'afghanistan iraq somalia eritrea',
  'afghanistan iraq somalia and eritrea',
  'act on the personal data of aliens 2016:27',
  'act on the personal data of aliens',
  'general data protection regulation gdpr',
  'general data protection regulation',
  'swedish authority for privacy protection',
  'swedish social insurance agency',
  'swedish migration agency, 601 70 norrköping',
  '601 70 norrköping',
  'swedish migration agency',
  'data protection officer',
];

/** Words only, in lower case. @param {string} text */
const clean = (text) =>
  text
    .replace(/\[\^[TS]\d\d\]|\{[^}]*\}|\]\([^)]*\)|`[^`]*`|^> Show.*$/gm, ' ')
    .toLowerCase()
    .replace(/077.123 52 35/g, '077-123-52-35')
    .replace(/[‑–]/g, '-')
    .replace(/’/g, "'")
    .replace(/[^\p{L}\p{N}:.@'-]+/gu, ' ')
    .replace(/[.:](?=\s|$)/g, ' ')
    .replace(/(^|\s)[-'.:]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const NAMES_CLEAN = NAMES.map(clean);

/** @param {string} text @returns {string[]} */
const wordsOf = (text) =>
  NAMES_CLEAN.reduce(
    (all, name) => all.replaceAll(` ${name} `, ` ${name.replaceAll(' ', '_')} `),
    ` ${clean(text)} `,
  )
    .trim()
    .split(' ');

/** @param {string[]} words @returns {string[]} every eight words in a row */
const runsOf = (words) =>
  words
    .slice(0, Math.max(0, words.length - LIMIT + 1))
    .map((_, at) => words.slice(at, at + LIMIT).join(' '));

/**
 * @param {string} folder the content
 * @param {readonly string[]} files
 * @param {string} sources the folder of the source texts
 * @param {import('./read.js').Report} report
 */
export function checkCopies(folder, files, sources, report) {
  const texts = readdirSync(sources).filter((file) => file.endsWith('.txt'));
  const theirs = new Set(
    texts.flatMap((file) => runsOf(wordsOf(readFileSync(join(sources, file), 'utf8')))),
  );
  const numbered = readFileSync(join(sources, 'numbered.md'), 'utf8');
  const sentences = [...numbered.matchAll(/^- \*\*([TS]\d\d)\*\* (.+)$/gm)]
    .map(([, number = '', text = '']) => ({ number, text: clean(text) }))
    .filter(({ text }) => text.split(' ').length > 3);
  if (!texts.length || !sentences.length) throw new Error(`No source texts in ${sources}.`);
  for (const file of files) {
    const source = readFileSync(join(folder, file), 'utf8');
    const lineOf = lineFinder(source);
    const flat = ` ${clean(source)} `;
    for (const { number, text } of sentences)
      if (flat.includes(` ${text} `))
        report(file, lineOf(text), `a whole sentence of ${number}: ${text}`);
    for (const run of new Set(runsOf(wordsOf(source))))
      if (theirs.has(run)) report(file, lineOf(run), `${LIMIT} words in a row of a source: ${run}`);
  }
}

/** Where words stand, as nearly as a paragraph's line. @param {string} source @returns {(words: string) => number} */
function lineFinder(source) {
  const lines = source.split('\n').map((line) => ` ${wordsOf(line).join(' ')} `);
  return (words) =>
    Math.max(lines.findIndex((line) => line.includes(wordsOf(words).join(' '))) + 1, 1);
}
