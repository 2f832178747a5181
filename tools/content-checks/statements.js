import { linksIn, marksIn, wordsIn } from './read.js';

/** Each sentence ends with its source or with `{editorial}`; links have allowed targets. */

/** @typedef {import('./read.js').SourceDocument} SourceDocument */
/** @typedef {import('./read.js').SourceSection} SourceSection */
/** @typedef {import('./read.js').SourceBlock} SourceBlock */
/** @typedef {import('./read.js').Report} Report */

/** @param {string} letter @param {number} count @returns {string[]} T01, T02 … */
const numbers = (letter, count) =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);

/** The numbered sentences of the terms of use, and of the page about proving one's identity. */
export const TERMS_SENTENCES = numbers('T', 54);
export const IDENTITY_SENTENCES = numbers('S', 43);
const KNOWN = new Set([...TERMS_SENTENCES, ...IDENTITY_SENTENCES]);

const ALLOWED_LINK = /^https:\/\/[\w.-]+(\/\S*)?$|^mailto:[\w.]+@[\w.]+$|^tel:\+\d{8,}$/;
const LISTS = ['keyPoints', 'whatToDo'];

/**
 * Splits text at its marks, and reports text without a mark.
 *
 * @param {string} text
 * @param {(message: string) => void} complain
 * @returns {{ text: string, cites: string[] }[]}
 */
export function statementsIn(text, complain) {
  const rest = text.replace(/ ?\{#[\w-]+\}( if `[^`]*`)?$/, '');
  const found = [];
  let start = 0;
  for (const match of rest.matchAll(/(?:\[\^[A-Z]\d+\])+| ?\{editorial\}/g)) {
    const sentence = wordsIn(rest.slice(start, match.index));
    if (!/[\p{L}\d]/u.test(sentence)) complain(`source without a statement before it: ${match[0]}`);
    if (/[.!?]["”»)]*\s+["“(”]*\p{Lu}/u.test(sentence))
      complain(`sentence without source: ${sentence.slice(0, 90)}`);
    found.push({ text: sentence, cites: marksIn(match[0]) });
    start = match.index + match[0].length;
  }
  const left = wordsIn(rest.slice(start));
  if (/[\p{L}\d]/u.test(left))
    complain(`statement without source or {editorial}: ${left.slice(0, 90)}`);
  return found;
}

/** A question's answers and routes, tables, conditions and word lists contain no statements. */
const statesNothing = (
  /** @type {SourceDocument} */ document,
  /** @type {SourceSection} */ section,
  /** @type {SourceBlock} */ block,
) =>
  block.kind === 'show' ||
  block.kind === 'row' ||
  section.id.startsWith('words') ||
  isAnswer(document, section, block);

const isAnswer = (
  /** @type {SourceDocument} */ document,
  /** @type {SourceSection} */ section,
  /** @type {SourceBlock} */ block,
) => document.meta.lucka && section.id.startsWith('q-') && block.kind !== 'text';

/** Fills `document.statements`. @param {SourceDocument} document @param {Report} report */
export function checkStatements(document, report) {
  for (const section of document.sections) {
    for (const block of section.blocks) {
      const complain = (/** @type {string} */ message) =>
        report(document.file, block.line, message);
      for (const cite of marksIn(block.text))
        if (cite !== 'editorial' && !KNOWN.has(cite)) complain(`unknown source: ${cite}`);
      checkLinks(document, block, complain);
      if (document.lang === 'en') checkSwedish(block, complain);
      const found = isAnswer(document, section, block)
        ? [{ text: wordsIn(block.text), cites: marksIn(block.text) }]
        : statesNothing(document, section, block)
          ? []
          : statementsIn(block.text, complain);
      for (const statement of found)
        document.statements.push({ ...statement, section: section.id, line: block.line });
    }
  }
  checkMeta(document, report);
  checkVoice(document, report);
}

/** @param {SourceDocument} document @param {SourceBlock} block @param {(message: string) => void} complain */
function checkLinks(document, block, complain) {
  for (const link of linksIn(block.text)) {
    if (link.startsWith('#') ? !document.ids.has(link.slice(1)) : !ALLOWED_LINK.test(link))
      complain(link.startsWith('#') ? `dead link: ${link}` : `link not allowed: ${link}`);
  }
}

/**
 * Swedish words that an English text quotes are marked, so that they are pronounced as Swedish (WCAG 3.1.2).
 *
 * @param {SourceBlock} block
 * @param {(message: string) => void} complain
 */
function checkSwedish({ text }, complain) {
  for (const [quoted] of text.matchAll(/“[^”[]*[åäö][^”[]*”/gi))
    complain(`Swedish words without a mark, as in [ord]{lang=sv}: ${quoted}`);
}

/** @param {SourceDocument} document @param {Report} report */
function checkMeta({ file, meta, statements, lineOf }, report) {
  for (const key of [...LISTS, 'changeSummary']) {
    for (const text of [meta[key] ?? []].flat()) {
      const found = statementsIn(text, (message) => report(file, lineOf(key), message));
      if (key !== 'changeSummary')
        statements.push(...found.map((each) => ({ ...each, section: key, line: lineOf(key) })));
    }
  }
}

/** "We" would mean the owner of the page; and consent is not the legal basis for the personal data (T13). */
const WE = { en: /\b(we|us)\b/i, sv: /\b(vi|oss)\b/i };

/** @param {SourceDocument} document @param {Report} report */
function checkVoice({ file, statements, lang, body }, report) {
  for (const { text, cites, section, line } of statements) {
    if (/consent|samtyck/i.test(text) && !cites.includes('T13'))
      report(file, line, 'the word consent stands outside T13');
    if (!/Lucka/.test(body) && !section.startsWith('q-') && WE[lang].test(text))
      report(file, line, 'we or us: spell out the Swedish Migration Agency');
  }
}

/** What a document cites. @param {SourceDocument} document @returns {Set<string>} */
export const citedIn = (document) => new Set(document.statements.flatMap(({ cites }) => cites));
