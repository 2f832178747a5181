import { isDeepStrictEqual } from 'node:util';
import { TERMS_SENTENCES, citedIn } from './statements.js';

/** The keys, sections and order that elements rely on. */

/** @typedef {import('./read.js').SourceDocument} SourceDocument */
/** @typedef {import('./read.js').Report} Report */

/** @type {Record<string, string>} */
const SECTIONS = {
  'booking/visit':
    'gate no-letter cannot-visit special-reasons elsewhere no-times before-visit if-you-do-not-come after-cancel unknown',
  'terms/my-page':
    'about messages personal-data agency-responsibility other-processors purposes data transfer rights your-responsibility security operation closure amendments law',
  'messages/composer':
    'lead no-attachments supplements handling stored shared-computer reply language notice-file notice-supplementary notice-identity-document notice-personal-number privacy contact encryption words words-supplementary-sv words-supplementary-en words-identity-document-sv words-identity-document-en',
};

const KEYS = {
  document: 'id lang version title',
  terms:
    'id version lang title published effective material supersedes changeSummary keyPoints controller official sourceUrl',
  flows: 'lucka id lang version source reviewed review-by start result',
  notices:
    'id lang revision kind reason title publishedAt startsAt endsAt endedAt closesAt scope affected unaffected impact whatToDo moreHref dismissible',
};

/** Which sentences belong in which section of the terms, from and to, as in the source. @type {Record<string, [number, number]>} */
const TERMS_ORDER = {
  about: [1, 7],
  messages: [8, 10],
  'personal-data': [11, 13],
  'agency-responsibility': [14, 17],
  'other-processors': [18, 19],
  purposes: [20, 23],
  data: [24, 24],
  transfer: [25, 27],
  rights: [28, 33],
  'your-responsibility': [34, 37],
  security: [38, 44],
  operation: [45, 48],
  closure: [49, 51],
  amendments: [52, 53],
  law: [54, 54],
};
/** Headings of the terms that the source does not have. */
const EDITORIAL_HEADINGS = ['messages', 'rights', 'security'];

/** @param {string} stem @returns {string[]} */
function keysOf(stem) {
  const folder = stem.split('/')[0] ?? '';
  if (stem === 'terms/my-page') return KEYS.terms.split(' ');
  if (folder === 'flows') return KEYS.flows.split(' ');
  return (folder === 'notices' ? KEYS.notices : KEYS.document).split(' ');
}

/** @param {SourceDocument} document @param {Report} report */
export function checkStructure(document, report) {
  const { file, stem, lang, meta, sections, lineOf } = document;
  if (meta.lang !== lang) report(file, lineOf('lang'), `lang is ${meta.lang}`);
  for (const key of keysOf(stem))
    if (meta[key] === undefined) report(file, 1, `the front matter lacks ${key}`);
  const wanted = SECTIONS[stem]?.split(' ');
  const found = sections.filter(({ level }) => level > 1);
  const ids = found.map(({ id }) => id);
  if (!wanted || isDeepStrictEqual(ids, wanted)) return;
  const missing = wanted.filter((id) => !ids.includes(id));
  if (missing.length) report(file, 1, `sections missing: ${missing.join(', ')}`);
  for (const { id, line } of found)
    if (!wanted.includes(id)) report(file, line, `a section nothing shows: ${id}`);
  if (!missing.length && ids.length === wanted.length) report(file, 1, 'sections in another order');
}

/** The terms must contain every sentence of their source, each in its section. @param {SourceDocument} document @param {Report} report */
export function checkTerms(document, report) {
  const { file, statements, sections, meta, lineOf } = document;
  // The key points repeat the text; only the text is checked.
  const cited = citedIn({
    ...document,
    statements: statements.filter(({ section }) => section !== 'keyPoints'),
  });
  for (const number of TERMS_SENTENCES)
    if (!cited.has(number)) report(file, 1, `${number} is cited nowhere`);
  for (const [id, [from, to]] of Object.entries(TERMS_ORDER)) {
    const numbers = statements
      .filter(({ section }) => section === id)
      .flatMap(({ cites }) => cites)
      .filter((cite) => cite !== 'editorial');
    const found = [...new Set(numbers)].sort();
    const wanted = TERMS_SENTENCES.slice(from - 1, to);
    const line = sections.find((section) => section.id === id)?.line ?? 1;
    if (!isDeepStrictEqual(found, wanted))
      report(file, line, `#${id} should hold ${wanted.join(', ')}, holds ${found.join(', ')}`);
  }
  const editorial = sections.filter(({ isEditorial }) => isEditorial).map(({ id }) => id);
  if (!isDeepStrictEqual(editorial, EDITORIAL_HEADINGS))
    report(file, 1, `editorial headings are ${editorial.join(', ')}`);
  if (meta.official !== false) report(file, lineOf('official'), 'official must be false');
}
