import { readFile } from 'node:fs/promises';
import { importTs } from './import-ts.js';

/**
 * Markdown as modules, compiled by the same function that runs in the page: once for Vite and Storybook, once for
 * the test runner. `import document from './terms.md'` is a ContentDocument, `'./terms.md?raw'` the text.
 */

/** @typedef {{ compileDocument(source: string): Promise<{ digest: string }> }} Compiler */

/** @type {Promise<Compiler> | undefined} */
let compiler;

/**
 * @param {string} source the text of a Markdown file
 * @param {string} query '', '?raw' or '?digest'
 * @returns {Promise<string>} a JavaScript module
 */
async function moduleOf(source, query) {
  if (query === '?raw') return exporting(source);
  compiler ??= importTs('src/content/compile.ts');
  const document = await (await compiler).compileDocument(source);
  return exporting(query === '?digest' ? document.digest : document);
}

const exporting = (/** @type {unknown} */ value) => `export default ${JSON.stringify(value)};\n`;

const MARKDOWN = /^(.*\/(?:content|fixtures)\/[^?]+\.md)(\?raw|\?digest)?$/;

/** @returns {import('vite').Plugin} */
export const contentVite = () => ({
  name: 'lucka-content',
  enforce: 'pre',
  async load(id) {
    const [, file, query = ''] = MARKDOWN.exec(id) ?? [];
    if (!file) return null;
    this.addWatchFile(file);
    return {
      code: await moduleOf(await readFile(file, 'utf8'), query),
      map: null,
      moduleType: 'js',
    };
  },
});

/** @returns {import('@web/dev-server-core').Plugin} */
export const contentDevServer = () => ({
  name: 'lucka-content',
  resolveMimeType(context) {
    return MARKDOWN.test(context.path) ? 'js' : undefined;
  },
  async transform(context) {
    if (!MARKDOWN.test(context.path)) return undefined;
    return { body: await moduleOf(/** @type {string} */ (context.body), context.URL.search) };
  },
});
