import { checkFolder } from './check.js';
import { compilePack } from './compile-pack.js';
import { loadCompiler } from './load-compiler.js';

/**
 * Checks and compiles a content folder: what `lucka-content build` would write.
 *
 * @param {string} folder
 * @returns {Promise<Map<string, string>>} contents by the file's name
 * @throws {Error} every mistake in the content, with its file and line; or the package has not been built
 */
export async function packOf(folder) {
  const compiler = await loadCompiler();
  const { content, problems } = await checkFolder(folder, compiler);
  if (problems.length)
    throw new Error(
      problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'),
    );
  return compilePack(folder, content, compiler);
}

/** @type {Readonly<Record<string, string>>} */
const MEDIA_TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
};

/** @param {string} name of a file @returns {string} its media type */
export const mediaTypeOf = (name) =>
  MEDIA_TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
