// Loads the package's own TypeScript, so that training and the shipped code use the same implementation.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** @param {string | import('esbuild').StdinOptions} entry relative to the project */
export async function bundle(entry) {
  const result = await build({
    ...(typeof entry === 'string' ? { entryPoints: [entry] } : { stdin: entry }),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    write: false,
  });
  return /** @type {import('esbuild').OutputFile} */ (result.outputFiles[0]).contents;
}

const DETECTOR = './src/elements/message-composer/language-gate/detector';

/**
 * @typedef {typeof import('../../src/elements/message-composer/language-gate/detector/extract-words.js')
 *   & typeof import('../../src/elements/message-composer/language-gate/detector/features.js')} Reader
 */

/** The words of a text and their features, extracted by the shipped code. */
export async function loadReader() {
  const modules = ['extract-words', 'features'].map(
    (name) => `export * from '${DETECTOR}/${name}.js';`,
  );
  return /** @type {Reader} */ (await load({ contents: modules.join('\n'), resolveDir: '.' }));
}

/** @param {string | import('esbuild').StdinOptions} entry */
export async function load(entry) {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'language-')), 'bundle.mjs');
  fs.writeFileSync(file, await bundle(entry));
  return import(pathToFileURL(file).href);
}
