import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePart } from './compile.js';
import { pageStyles, toPage } from './html.js';
import { feedOf, noticeOf } from './notices.js';
import { readUnits, wordsModule } from './words.js';

/** @typedef {import('./read-folder.js').SourceFile} SourceFile */
/** @typedef {Awaited<ReturnType<typeof import('./load-compiler.js').loadCompiler>>} Compiler */

const JSON_OF = (/** @type {unknown} */ value) => `${JSON.stringify(value)}\n`;

/** Parts of a document, by how it is compiled: the end of its name in the index, and the part. @type {Readonly<Record<string, readonly (readonly [string, import('./compile.js').Part])[]>>} */
const PARTS = {
  terms: [['', 'terms']],
  text: [['', 'text']],
  composer: [
    ['/form', 'form'],
    ['/feedback', 'feedback'],
  ],
  flow: [['', 'flow']],
};

/** The texts beside the terms. */
const BESIDE_TERMS = 'terms/dialog';

/** What the index says of the agency: the rest stands in the documents. Every page loads the index. */
const AGENCY_KEYS = ['name', 'shortName', 'inSentence', 'genitive'];

/**
 * Compiles a content folder to the files of a pack. The same folder gives the same bytes.
 *
 * @param {string} folder
 * @param {{ files: readonly SourceFile[], sources: string, locales: readonly string[] }} content without problems
 * @param {Compiler} compiler
 * @returns {Promise<Map<string, string>>} contents by the file's name
 */
export async function compilePack(folder, { files, sources, locales }, compiler) {
  /** @type {Map<string, string>} */
  const written = new Map();
  /** Writes a file that never changes. @param {string} name @param {string} end @param {string} text */
  const write = (name, end, text) => {
    const digest = createHash('sha256').update(text).digest('base64');
    // Safe on file systems that do not tell capitals from small letters: two texts of one name would have to agree in 48 bits.
    const src = `${name.replaceAll('/', '-')}-${digest.slice(0, 8).replaceAll('+', '-').replaceAll('/', '_')}.${end}`;
    written.set(src, text);
    return { src, integrity: `sha256-${digest}` };
  };
  const agencies = new Map(
    files.flatMap(({ kind, lang, meta }) => (kind.carrier === 'agency' ? [[lang, meta]] : [])),
  );
  /** @param {SourceFile} file @param {import('./compile.js').Part} part */
  const compile = async ({ stem, lang, source }, part) => {
    const agency = stem.startsWith('terms/') ? agencies.get(lang) : undefined;
    return /** @type {Record<string, unknown>} */ (
      await compilePart(source, part, compiler, { agency, sources })
    );
  };
  /** @type {Record<string, Record<string, import('../../../src/content/pack/content-pack.js').PackDocument>>} */
  const documents = {};
  for (const file of files) {
    const { kind, stem, lang, source, meta } = file;
    const isRead = kind.carrier === 'terms' || kind.carrier === 'flow';
    const markdown = isRead ? write(`${stem}.${lang}`, 'md', source) : undefined;
    // The dialog shows both at once: one file for both, and another for pages whose terms come from their server.
    const besideFile =
      kind.carrier === 'terms' &&
      files.find((each) => each.stem === BESIDE_TERMS && each.lang === lang);
    const beside = besideFile && {
      name: BESIDE_TERMS,
      document: await compile(besideFile, 'text'),
    };
    for (const [end, part] of PARTS[kind.carrier] ?? []) {
      const document = await compile(file, part);
      const content = {
        ...document,
        ...(markdown && { markdown }),
        ...(beside && { beside: beside.document }),
      };
      (documents[stem + end] ??= {})[lang] = {
        ...write(`${stem}${end}.${lang}`, 'json', JSON_OF(content)),
        version: String(meta['version'] ?? ''),
        ...(beside && { beside: beside.name }),
      };
      if (kind.carrier === 'terms')
        written.set(
          `pages/${stem.slice(6)}.${lang}.html`,
          toPage(
            /** @type {import('../../../src/content/document.js').ContentDocument} */ (
              /** @type {unknown} */ (document)
            ),
            lang,
          ),
        );
    }
  }
  if ([...written.keys()].some((name) => name.startsWith('pages/')))
    written.set('pages/page.css', pageStyles);
  const notices = noticesOf(files, compiler);
  if (notices.length) written.set('notices.json', `${JSON.stringify(feedOf(notices), null, 2)}\n`);
  const words = wordsOf(folder, locales, compiler, write);
  const index = {
    lucka: 'pack/1',
    languages: [...agencies.keys()].sort(bySwedishFirst),
    agency: Object.fromEntries([...agencies].map(([lang, meta]) => [lang, agencyOf(meta)])),
    documents,
    ...(Object.keys(words).length && { words }),
  };
  written.set('pack.json', JSON_OF(index));
  return written;
}

/** The first language is that of the agency. @param {string} one @param {string} other */
const bySwedishFirst = (one, other) =>
  Number(other === 'sv') - Number(one === 'sv') || one.localeCompare(other);

/** @param {Record<string, any>} meta */
const agencyOf = (meta) =>
  Object.fromEntries(AGENCY_KEYS.flatMap((key) => (meta[key] ? [[key, String(meta[key])]] : [])));

/** @param {readonly SourceFile[]} files @param {Compiler} compiler */
function noticesOf(files, { noticeRules }) {
  const notices = files.filter(({ kind }) => kind.carrier === 'notice');
  const stems = [...new Set(notices.map(({ stem }) => stem))].sort();
  const find = (/** @type {string} */ stem, /** @type {string} */ wanted) =>
    notices.find((each) => each.stem === stem && each.lang === wanted);
  return stems.map((stem) => noticeOf(find(stem, 'en'), find(stem, 'sv'), noticeRules));
}

/**
 * The words of further languages: a module an element, named by its digest.
 *
 * @param {string} folder
 * @param {readonly string[]} locales
 * @param {Compiler} compiler
 * @param {(name: string, end: string, text: string) => { src: string }} write
 */
function wordsOf(folder, locales, { messages, messageIds }, write) {
  const own = readUnits(messages, () => {});
  return Object.fromEntries(
    locales.map((lang) => {
      const units = readUnits(
        readFileSync(join(folder, 'locales', `${lang}.xlf`), 'utf8'),
        () => {},
      );
      const modules = Object.entries(messageIds).map(([element, ids]) => [
        element,
        write(`words-${element}.${lang}`, 'js', wordsModule(units, own, ids)).src,
      ]);
      return [lang, Object.fromEntries(modules)];
    }),
  );
}
