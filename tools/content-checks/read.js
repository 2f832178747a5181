import { join } from 'node:path';
import { importTs } from '../import-ts.js';
import { NotUtf8Error, readUtf8 } from '../cli/read-utf8.js';

/**
 * A content file with line numbers: sections with their blocks, each with its line. The page reads the same file
 * with marked; here the lines are kept for error messages.
 */

/** @typedef {'text' | 'bullet' | 'check' | 'number' | 'row' | 'show'} BlockKind */
/** @typedef {{ kind: BlockKind, text: string, line: number }} SourceBlock */
/** @typedef {{ id: string, level: number, title: string, line: number, group: string, isEditorial: boolean, blocks: SourceBlock[] }} SourceSection */
/** @typedef {{ text: string, cites: string[], section: string, line: number }} Statement a sentence and what it rests on */
/**
 * @typedef {object} SourceDocument
 * @property {string} file such as 'terms/my-page.en.md'
 * @property {string} stem such as 'terms/my-page'
 * @property {'en' | 'sv'} lang
 * @property {Record<string, any>} meta
 * @property {string} body
 * @property {SourceSection[]} sections
 * @property {Map<string, number>} ids and their lines
 * @property {Statement[]} statements filled in by checkStatements
 * @property {(key: string) => number} lineOf the line of a key of the front matter
 */
/** @typedef {(file: string, line: number, message: string) => void} Report */

/** `## Questions` and the like structure a flow and have no id. */
const KEYWORDS = new Set(['Questions', 'Facts', 'Outcomes', 'Checklist', 'Not used']);
const HEADING = /^(#{1,3}) (.+?)(?: \{#([\w-]+)\})?((?: \{editorial\})?)$/;
/** @type {readonly [BlockKind, RegExp][]} */
const BLOCKS = [
  ['show', /^> (.*)$/],
  ['row', /^(\|.*)$/],
  ['check', /^- \[ \] (.*)$/],
  ['bullet', /^- (.*)$/],
  ['number', /^\d+\. (.*)$/],
];

const frontMatter = importTs('src/content/front-matter.ts');

/** @param {string} folder @param {string} file @param {Report} report @returns {Promise<SourceDocument>} */
export async function readSource(folder, file, report) {
  const source = readText(folder, file, report);
  const { meta, body, offset } = await readMeta(file, source, report);
  const [, stem = '', lang = ''] = /^(.*)\.(en|sv)\.md$/.exec(file) ?? [];
  const { sections, ids } = readBody(file, body, offset, report);
  const lines = source.split('\n');
  const lineOf = (/** @type {string} */ key) =>
    Math.max(lines.findIndex((line) => line.startsWith(`${key}:`)) + 1, 1);
  return {
    ...{ file, stem, lang: /** @type {'en' | 'sv'} */ (lang), meta, body },
    ...{ sections, ids, statements: [], lineOf },
  };
}

/** @param {string} folder @param {string} file @param {Report} report */
function readText(folder, file, report) {
  try {
    return readUtf8(join(folder, file));
  } catch (error) {
    if (!(error instanceof NotUtf8Error)) throw error;
    report(file, error.line, error.message);
    return '';
  }
}

/** @param {string} file @param {string} source @param {Report} report */
async function readMeta(file, source, report) {
  try {
    const read = (await frontMatter).readFrontMatter(source);
    if (!read.offset) report(file, 1, 'there is no front matter');
    return read;
  } catch (error) {
    const { message, line = 1 } = /** @type {Error & { line?: number }} */ (error);
    report(file, line, message);
    return { meta: {}, body: '', offset: 0 };
  }
}

/** @param {string} file @param {string} body @param {number} offset @param {Report} report */
function readBody(file, body, offset, report) {
  /** @type {SourceSection[]} */
  const sections = [
    { id: '', level: 0, title: '', line: 1, group: '', isEditorial: false, blocks: [] },
  ];
  /** @type {Map<string, number>} */
  const ids = new Map();
  let group = '';
  let isOpen = false;
  const addId = (/** @type {string} */ id, /** @type {number} */ line) => {
    if (ids.has(id)) report(file, line, `id twice: ${id} (first on line ${ids.get(id)})`);
    else ids.set(id, line);
  };
  body.split('\n').forEach((raw, index) => {
    const line = offset + index + 1;
    const blocks = sections.at(-1)?.blocks ?? [];
    const heading = HEADING.exec(raw);
    if (heading) {
      const section = sectionOf(heading, line, group);
      if (section.level === 2) group = heading[3] ?? section.title;
      if (section.level > 1 && !section.id)
        report(file, line, `heading without id: ${section.title}`);
      sections.push({ ...section, group });
      isOpen = false;
    } else if (!raw.trim()) {
      isOpen = false;
    } else {
      const block = blockOf(raw, line);
      const last = blocks.at(-1);
      if (block.kind === 'text' && isOpen && last) last.text += ` ${raw}`;
      else blocks.push(block);
      isOpen = block.kind === 'text';
    }
    for (const [, id = ''] of raw.matchAll(/\{#([\w-]+)\}/g)) addId(id, line);
  });
  return { sections, ids };
}

/** @param {RegExpExecArray} match @param {number} line @param {string} group @returns {SourceSection} */
function sectionOf([, hashes = '', title = '', id, editorial], line, group) {
  const keyword = KEYWORDS.has(title) ? `(${title})` : hashes.length === 1 ? '(title)' : '';
  return {
    id: id ?? keyword,
    level: hashes.length,
    ...{ title, line, group, isEditorial: Boolean(editorial), blocks: [] },
  };
}

/** @param {string} raw @param {number} line @returns {SourceBlock} */
function blockOf(raw, line) {
  for (const [kind, pattern] of BLOCKS) {
    const [, text] = pattern.exec(raw) ?? [];
    if (text !== undefined) return { kind, text, line };
  }
  return { kind: 'text', text: raw, line };
}

const MARK = /\[\^([A-Z]\d+)\]|\{editorial\}/g;

/** The sources a text names, in order; 'editorial' for `{editorial}`. @param {string} text */
export const marksIn = (text) => [...text.matchAll(MARK)].map(([, id]) => id ?? 'editorial');

/** The words of a text without its marks. @param {string} text */
export const wordsIn = (text) =>
  text
    .replace(MARK, '')
    .replace(/\{#[\w-]+\}/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^[\]]*)\]\{lang=[\w-]+\}/g, '$1')
    .replace(/`[^`]*`/g, '')
    .trim();

/** @param {string} text */
export const linksIn = (text) => [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, href = '']) => href);
