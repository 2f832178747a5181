import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NotUtf8Error, readUtf8 } from '../read-utf8.js';
import { kindOf } from './layout.js';

/** @typedef {{ file: string, line: number, message: string }} Problem */
/** @typedef {{ id: string, level: number, line: number }} Heading */
/**
 * @typedef {object} SourceFile one Markdown file of a content folder
 * @property {string} file such as `terms/my-page.sv.md`
 * @property {string} stem such as `terms/my-page`
 * @property {string} lang
 * @property {import('./layout.js').DocumentKind} kind
 * @property {string} source
 * @property {Record<string, any>} meta its front matter
 * @property {string} body
 * @property {readonly Heading[]} headings
 * @property {(key: string) => number} lineOf line of a key of the front matter, from 1
 */
/** @typedef {(source: string) => { meta: Record<string, any>, body: string, offset: number }} ReadFrontMatter */

const FILE = /^(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.md$/;
const HEADING = /^(#{1,6})\s+.*?\{#([\w-]+)\}/;
/** What may stand beside the documents. */
const OTHER =
  /^(?:sources\.md|README\.md|locales\/[a-z]{2,3}(?:-[A-Za-z0-9]+)*\.xlf|(?:.*\/)?\..*)$/;
const IMAGE = /\.(?:svg|png|jpe?g|webp|avif|gif)$/;

/**
 * Reads every Markdown file of a content folder.
 *
 * @param {string} folder
 * @param {ReadFrontMatter} readFrontMatter
 * @returns {{ files: SourceFile[], sources: string, locales: string[], problems: Problem[] }} `locales`: languages with
 *   `locales/<lang>.xlf`
 */
export function readFolder(folder, readFrontMatter) {
  /** @type {Problem[]} */
  const problems = [];
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  const files = names.flatMap((file) => {
    if (OTHER.test(file) || IMAGE.test(file)) return [];
    const [, stem = '', lang = ''] = FILE.exec(file) ?? [];
    const kind = kindOf(stem);
    if (!kind) {
      problems.push({ file, line: 1, message: whereItBelongs(file) });
      return [];
    }
    const read = readFile(folder, file, readFrontMatter, problems);
    return read ? [{ file, stem, lang, kind, ...read }] : [];
  });
  const locales = names.flatMap((name) => /^locales\/(.+)\.xlf$/.exec(name)?.[1] ?? []);
  const sources = names.includes('sources.md') ? readUtf8(join(folder, 'sources.md')) : '';
  return { files, sources, locales, problems };
}

/** @param {string} file */
const whereItBelongs = (file) =>
  file.endsWith('.md') && !FILE.test(file)
    ? 'the name lacks its language: write for example `' + file.replace(/\.md$/, '.sv.md') + '`'
    : 'nothing shows this file: documents are agency, terms/<id>, terms/dialog, messages/composer, flows/<id>, booking/visit, ' +
      'booking/offices and notices/<id>, each with its language, such as `terms/dialog.sv.md`';

/** @param {string} folder @param {string} file @param {ReadFrontMatter} readFrontMatter @param {Problem[]} problems */
function readFile(folder, file, readFrontMatter, problems) {
  try {
    const source = readUtf8(join(folder, file));
    const { meta, body, offset } = readFrontMatter(source);
    const lines = source.split(/\r\n?|\n/);
    /** @type {Heading[]} */
    const headings = body.split('\n').flatMap((text, index) => {
      const [, marks = '', id = ''] = HEADING.exec(text) ?? [];
      return id ? [{ id, level: marks.length, line: offset + index + 1 }] : [];
    });
    const lineOf = (/** @type {string} */ key) =>
      Math.max(lines.findIndex((line) => line.startsWith(`${key}:`)) + 1, 1);
    return { source, meta, body, headings, lineOf };
  } catch (error) {
    const { message, line = 1 } = /** @type {Error & { line?: number }} */ (error);
    const text = error instanceof NotUtf8Error ? 'not UTF-8: save the file in UTF-8' : message;
    problems.push({ file, line, message: text });
    return undefined;
  }
}
