import { createHash } from 'node:crypto';
import { parse } from 'yaml';

/**
 * One version of terms in one language, in the stored and sent form.
 *
 * @typedef {object} TermsFile
 * @property {string} id
 * @property {string} version
 * @property {'sv' | 'en'} lang
 * @property {string} effective a day, YYYY-MM-DD
 * @property {boolean} material
 * @property {string | null} changeSummary plain text
 * @property {Record<string, unknown>} controller as in the front matter
 * @property {string} markdown the complete file
 * @property {string} digest `sha256-` and base64, over the complete file
 */

/** The contract's `maxLength` for a text, in code points. */
const longest = 65_536;

/**
 * Reads a Markdown file with front matter.
 *
 * @param {string} content
 * @returns {TermsFile}
 * @throws {Error} if something is missing; the message says what
 */
export function readTermsFile(content) {
  const markdown = plain(content);
  const { meta } = readFrontMatter(markdown);
  const { id, version, lang, effective, material, changeSummary, controller } = meta;
  require('id', /^[A-Za-z0-9._~-]{1,64}$/, id);
  require('version', /^[A-Za-z0-9._-]{1,40}$/, version);
  require('lang', /^(sv|en)$/, lang);
  require('effective', /^\d{4}-\d{2}-\d{2}$/, effective);
  require('controller.orgNumber', /^\d{6}-\d{4}$/, controller?.orgNumber);
  if (typeof material !== 'boolean') throw new Error('material must be true or false.');
  if ([...markdown].length > longest) throw new Error(`The text is over ${longest} characters.`);
  return {
    id,
    version,
    lang,
    effective,
    material,
    changeSummary: changeSummary ? withoutMarks(changeSummary) : null,
    controller,
    markdown,
    digest: digestOf(markdown),
  };
}

/**
 * @param {string} markdown with LF
 * @returns {{ meta: any, body: string }} the parsed front matter, and the text after it
 * @throws {Error} if there is no front matter, or it is not YAML
 */
export function readFrontMatter(markdown) {
  const [, frontMatter, body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(markdown) ?? [];
  if (!frontMatter)
    throw new Error('The text must begin with front matter between two lines of ---.');
  return { meta: parse(frontMatter), body };
}

/**
 * The digest that binds a decision to its text: SHA-256 of the UTF-8 bytes of the whole file, front
 * matter included.
 *
 * @param {string} markdown
 */
export const digestOf = (markdown) =>
  `sha256-${createHash('sha256').update(markdown, 'utf8').digest('base64')}`;

/** Removes sources and `{editorial}`, which are for editors only. @param {string} text */
export const withoutMarks = (text) =>
  text.replaceAll(/\s*(\[\^[TS]\d+\]|\{editorial\})/g, '').trim();

/**
 * Normalizes as the contract promises for `markdown`: LF, no byte order mark, no lone surrogates.
 *
 * @param {string} text
 */
const plain = (text) =>
  Buffer.from(text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')).toString();

/** @param {string} name @param {RegExp} pattern @param {unknown} value */
function require(name, pattern, value) {
  if (typeof value === 'string' && pattern.test(value)) return;
  throw new Error(`${name} in the front matter must be text like ${pattern.source}.`);
}
