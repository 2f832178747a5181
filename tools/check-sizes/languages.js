import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** What a folder of content/ is for. @type {Readonly<Record<string, string>>} */
const ELEMENT_OF = {
  booking: 'booking-picker',
  flows: 'document-wizard',
  identity: 'document-wizard',
  messages: 'message-composer',
  terms: 'terms-dialog',
};

/**
 * A file of the build, its compressed size, and the sources in its source map.
 *
 * @typedef {{ file: string, bytes: number, sources: string[] }} BuiltFile
 */

/** @param {string} folder the browser build @returns {BuiltFile[]} */
export function builtFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .sort()
    .map((file) => {
      /** @type {{ sources: string[] }} */
      const { sources } = JSON.parse(readFileSync(join(folder, `${file}.map`), 'utf8'));
      return {
        file,
        bytes: brotliCompressSync(readFileSync(join(folder, file))).length,
        sources: sources.map((source) => posix.join(dirname(file), source)),
      };
    });
}

/**
 * The cost of a language for each element: its texts, its content, or both if they share a file. Files are identified by their
 * sources, not by their names. Content that is loaded as Markdown, for a download or for parsing, is not counted.
 *
 * @param {readonly BuiltFile[]} files
 * @returns {{ element: string, lang: string, what: 'words' | 'content' | 'words and content', bytes: number }[]}
 */
export function languageSizes(files) {
  /** @type {Map<string, ReturnType<typeof languageSizes>[number]>} */
  const sizes = new Map();
  for (const { bytes, sources } of files) {
    const words = sources.map((source) =>
      /generated\/translations\/(\w\w)\/([\w-]+)\.js(?:\?with-content)?$/.exec(source),
    );
    const content = sources.map((source) =>
      /\/content\/(\w+)\/[\w-]+\.(\w\w)\.md(?:_flow|_text|_terms|_form|_feedback)?\.js$/.exec(
        source,
      ),
    );
    const [, wordsLang = '', wordsElement = ''] = words.find(Boolean) ?? [];
    const [, folder = '', contentLang = ''] = content.find(Boolean) ?? [];
    const element = wordsElement || ELEMENT_OF[folder];
    const lang = wordsLang || contentLang;
    if (!element || !lang) continue;
    const what = wordsLang && contentLang ? 'words and content' : wordsLang ? 'words' : 'content';
    const key = `${element} ${lang} ${what}`;
    const before = sizes.get(key)?.bytes ?? 0;
    sizes.set(key, { element, lang, what, bytes: before + bytes });
  }
  return [...sizes.values()].sort((one, other) =>
    `${one.element} ${one.what} ${one.lang}` < `${other.element} ${other.what} ${other.lang}`
      ? -1
      : 1,
  );
}

/** Is Lit's renderer in it? @param {BuiltFile} file */
export const holdsLit = ({ sources }) =>
  sources.some((source) => /\/lit-(?:html|element)\//.test(source));
