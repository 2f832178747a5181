import { isDeepStrictEqual } from 'node:util';
import { linksIn, marksIn, wordsIn } from './read.js';

/** English and Swedish must match: the same keys, ids, blocks, sources, values, links and figures. */

/** @typedef {import('./read.js').SourceDocument} SourceDocument */
/** @typedef {import('./read.js').SourceSection} SourceSection */
/** @typedef {import('./read.js').SourceBlock} SourceBlock */
/** @typedef {import('./read.js').Report} Report */

/** Keys of the front matter whose values are translated. */
const TEXT_KEYS = new Set([
  ...[
    'lang',
    'title',
    'changeSummary',
    'keyPoints',
    'whatToDo',
    'calendarTitle',
    'calendarDescription',
  ],
  ...['name', 'shortName', 'inSentence', 'genitive', 'address', 'supervisoryAuthority'],
]);
const SAME_IN_CONTROLLER = ['orgNumber', 'phone', 'web', 'dpo'];

const NUMBER_WORDS = {
  en: 'two three four five six seven eight nine ten eleven twelve'.split(' '),
  sv: 'två tre fyra fem sex sju åtta nio tio elva tolv'.split(' '),
};

/** The figures of a text, number words included, sorted. @param {string} text @param {'en' | 'sv'} lang */
export const figuresIn = (text, lang) =>
  [
    ...wordsIn(text)
      .toLowerCase()
      .matchAll(/[\p{L}\d][\p{L}\d:.,-]*\d|\d|\p{L}+/gu),
  ]
    .map(([word]) => {
      if (/\d/.test(word)) return word;
      const index = NUMBER_WORDS[lang].indexOf(word);
      return index < 0 ? '' : String(index + 2);
    })
    .filter(Boolean)
    .sort();

/** @param {string} text values, ids and conditions */
const codeIn = (text) =>
  [...text.matchAll(/`([^`]*)`|\{#([\w-]+)\}|\(only\)/g)].map(([code]) => code);

/** @param {SourceDocument} en @param {SourceDocument} sv @param {Report} report */
export function compareLanguages(en, sv, report) {
  compareMeta(en, sv, report);
  const idsOf = (/** @type {SourceDocument} */ document) =>
    document.sections.map(
      ({ level, id, isEditorial }) => `${'#'.repeat(level)}${id}${isEditorial ? ' editorial' : ''}`,
    );
  const [ours, theirs] = [idsOf(en), idsOf(sv)];
  const different = theirs.findIndex((id, index) => id !== ours[index]);
  if (!isDeepStrictEqual(ours, theirs)) {
    const index = different < 0 ? theirs.length - 1 : different;
    const what = `headings or ids differ: ${ours[index] ?? 'nothing'} / ${theirs[index]}`;
    report(sv.file, sv.sections[index]?.line ?? 1, what);
    return;
  }
  en.sections.forEach((section, index) => {
    const other = sv.sections[index];
    if (other) compareSections(section, other, (line, message) => report(sv.file, line, message));
  });
}

/** @param {SourceDocument} en @param {SourceDocument} sv @param {Report} report */
function compareMeta(en, sv, report) {
  const complain = (/** @type {string} */ key, /** @type {string} */ message) =>
    report(sv.file, sv.lineOf(key), message);
  if (!isDeepStrictEqual(Object.keys(en.meta), Object.keys(sv.meta)))
    report(sv.file, 1, 'the keys of the front matter differ between the languages');
  for (const [key, ours] of Object.entries(en.meta)) {
    const theirs = sv.meta[key];
    if (key === 'controller') {
      for (const name of SAME_IN_CONTROLLER)
        if (ours[name] !== theirs?.[name]) complain(key, `controller.${name} differs`);
    } else if (!TEXT_KEYS.has(key)) {
      if (!isDeepStrictEqual(ours, theirs)) complain(key, `${key} differs between the languages`);
    } else if (Array.isArray(ours)) {
      if (!isDeepStrictEqual(ours.map(marksIn), theirs?.map(marksIn)))
        complain(key, `${key}: citations differ`);
      const figures = (/** @type {'en' | 'sv'} */ lang) => (/** @type {string} */ text) =>
        figuresIn(text, lang);
      if (!isDeepStrictEqual(ours.map(figures('en')), theirs?.map(figures('sv'))))
        complain(key, `${key}: figures differ`);
    }
  }
}

/** @param {SourceSection} en @param {SourceSection} sv @param {(line: number, message: string) => void} complain */
function compareSections(en, sv, complain) {
  if (!isDeepStrictEqual(figuresIn(en.title, 'en'), figuresIn(sv.title, 'sv')))
    complain(sv.line, `figures differ in the heading ${en.id}`);
  const kinds = (/** @type {SourceSection} */ section) => section.blocks.map(({ kind }) => kind);
  if (!isDeepStrictEqual(kinds(en), kinds(sv))) {
    complain(sv.line, `blocks differ in ${en.id}`);
    return;
  }
  en.blocks.forEach((block, index) => {
    const other = sv.blocks[index];
    if (!other) return;
    for (const difference of differencesOf(en.id, block.text, other.text))
      complain(other.line, `${difference} differ in ${en.id}`);
  });
}

/** @param {string} section @param {string} en @param {string} sv @returns {string[]} */
function differencesOf(section, en, sv) {
  const figures = [figuresIn(en, 'en'), figuresIn(sv, 'sv')];
  // A message may be in either language on either page, so word lists are the same in both files.
  const isSame = section.startsWith('words-') ? en === sv : isDeepStrictEqual(...pair(figures));
  return [
    isDeepStrictEqual(marksIn(en), marksIn(sv))
      ? ''
      : `citations (${marksIn(en)} / ${marksIn(sv)})`,
    isDeepStrictEqual(codeIn(en), codeIn(sv)) ? '' : 'values or conditions',
    isDeepStrictEqual(linksIn(en), linksIn(sv)) ? '' : 'links or routes',
    isSame ? '' : `figures or words (${figures[0]} / ${figures[1]})`,
  ].filter(Boolean);
}

/** @param {string[][]} list @returns {[unknown, unknown]} */
const pair = ([first, second]) => [first, second];
