// The bars that the gate must reach: shares of texts, none above its limit.
import { NEIGHBOURS } from './bench.js';
import { withoutMarks, withTypingErrors, withWords } from './perturb.js';
import { OTHER_NAMES } from './names.js';

/** @typedef {import('./bench.js').Bench} Bench */
/** @typedef {import('./bench.js').Disturb} Disturb */

/**
 * @typedef {object} Bar
 * @property {string} name
 * @property {number} [limit] none: measured for information only
 * @property {(bench: Bench) => number} measure
 */

const SOME_LETTERS = { from: 20, to: 59 };
const MORE_LETTERS = { from: 60, to: 99 };
const MANY_LETTERS = { from: 100, to: 200 };
/** Letters of about 20, 60 and 200 characters. */
const FEW_WORDS = { from: 14, to: 19 };
const LINE = { from: 48, to: 54 };
const PARAGRAPH = { from: 160, to: 170 };

/** @param {number} count @returns {Disturb} */
const amongNames = (count) => (text, random) =>
  withWords(
    text,
    Array.from({ length: count }, () => random.pick(OTHER_NAMES)),
    random,
  );

/** @type {Disturb} */
const amongSmallNames = (text, random) => amongNames(5)(text, random).toLowerCase();

/** @type {Disturb} */
const mistyped = (text, random) => withTypingErrors(text, 0.1, random);

/** @type {Disturb} */
const inCapitals = (text) => text.toUpperCase();

/** @param {Bench} bench @returns {Disturb} */
function withEnglish(bench) {
  const lines = bench.texts('en', LINE, 2000);
  return (text, random) =>
    random.chance(0.5) ? `${text} ${random.pick(lines)}` : `${random.pick(lines)} ${text}`;
}

/** @param {string} code @returns {Bar[]} */
const genuine = (code) => [
  {
    name: `${code}: 20–59 letters, flagged`,
    limit: 0.005,
    measure: (bench) => bench.flaggedShare(code, SOME_LETTERS),
  },
  {
    name: `${code}: 60–99 letters, flagged`,
    limit: 0.002,
    measure: (bench) => bench.flaggedShare(code, MORE_LETTERS),
  },
  {
    name: `${code}: 100 letters or more, flagged`,
    limit: 0.002,
    measure: (bench) => bench.flaggedShare(code, MANY_LETTERS),
  },
  {
    name: `${code}: ever hinted while typing 200 characters`,
    limit: 0.003,
    measure: (bench) => bench.hintedShare(code, PARAGRAPH),
  },
  {
    name: `${code}: in capitals, 60 characters, flagged`,
    limit: 0.01,
    measure: (bench) => bench.flaggedShare(code, LINE, inCapitals),
  },
  {
    name: `${code}: 10 % typing errors, 60 characters, flagged`,
    limit: 0.02,
    measure: (bench) => bench.flaggedShare(code, LINE, mistyped),
  },
  {
    name: `${code}: 20 characters among five foreign names, flagged`,
    limit: 0.05,
    measure: (bench) => bench.flaggedShare(code, FEW_WORDS, amongNames(5)),
  },
  {
    name: `${code}: the same, the names without capitals`,
    measure: (bench) => bench.flaggedShare(code, FEW_WORDS, amongSmallNames),
  },
];

/** @type {Bar[]} */
export const BARS = [
  ...genuine('sv'),
  ...genuine('en'),
  {
    name: 'sv: without å ä ö, 60 characters, flagged',
    limit: 0.01,
    measure: (bench) => bench.flaggedShare('sv', LINE, withoutMarks),
  },
  {
    name: 'sv and en mixed, 120 characters, flagged',
    limit: 0.003,
    measure: (bench) => bench.flaggedShare('sv', LINE, withEnglish(bench)),
  },
  {
    name: 'others: 60–99 letters, let through',
    limit: 0.01,
    measure: (bench) => bench.passedShare(bench.others, MORE_LETTERS),
  },
  {
    name: 'others: 100 letters or more, let through',
    limit: 0.002,
    measure: (bench) => bench.passedShare(bench.others, MANY_LETTERS),
  },
  {
    name: 'others: about 80 letters, two names among them, let through',
    measure: (bench) => bench.passedShare(bench.others, LINE, amongNames(2)),
  },
  {
    name: 'nb, nn, da: 60–99 letters, let through',
    limit: 0.1,
    measure: (bench) => bench.passedShare(NEIGHBOURS, MORE_LETTERS),
  },
  {
    name: 'nb, nn, da: 100 letters or more, let through',
    limit: 0.015,
    measure: (bench) => bench.passedShare(NEIGHBOURS, MANY_LETTERS),
  },
];
