import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compilePart } from './cli/content/compile.js';
import { mediaTypeOf, packOf } from './cli/content/pack-of.js';
import { importTs } from './import-ts.js';
import { readUtf8 } from './cli/read-utf8.js';

/**
 * Markdown as modules, compiled by the same function that runs in the page: once for Vite and Storybook, once for
 * the test runner. `import document from './terms.md'` is a ContentDocument, `'./terms.md?raw'` the text, and
 * `'./documents.md?flow'` a checked Flow, with the texts of content/sources.md for the numbers that it cites. `'./composer.md?form'`
 * and `'./composer.md?feedback'` are the sections that tools/cli/content/layout.js lists for a part;
 * these, and `'./visit.md?text'`, are without the numbers of source sentences.
 */

/** @typedef {import('./cli/content/compile.js').Part} Part */

/** @type {Promise<import('./cli/content/compile.js').Compiler> | undefined} */
let compiler;

/**
 * @param {string} source the text of a Markdown file
 * @param {string} query '', '?raw', '?digest', '?flow', '?text', '?terms', '?form' or '?feedback'
 * @param {string} file
 * @returns {Promise<string>} a JavaScript module
 */
async function moduleOf(source, query, file) {
  compiler ??= loadCompiler();
  const part = /** @type {Part} */ (query.slice(1));
  const value = await compilePart(source, part, await compiler, await surroundingsOf(file));
  return `export default ${JSON.stringify(value)};\n`;
}

async function loadCompiler() {
  const [{ compileDocument }, { readFlow }] = await Promise.all([
    importTs('src/content/compile.ts'),
    importTs('src/flow.ts'),
  ]);
  return { compileDocument, readFlow };
}

const frontMatter = importTs('src/content/front-matter.ts');

/** What stands beside a file of a content folder. @param {string} file such as content/terms/dialog.en.md */
async function surroundingsOf(file) {
  const folder = dirname(dirname(file));
  const [, lang] = /\.(\w[\w-]*)\.md$/.exec(file) ?? [];
  const read = (/** @type {string} */ name) =>
    existsSync(join(folder, name)) ? readUtf8(join(folder, name)) : '';
  const agency = file.includes('/terms/') ? read(`agency.${lang}.md`) : '';
  return {
    agency: agency ? (await frontMatter).readFrontMatter(agency).meta : undefined,
    sources: read('sources.md') || readUtf8(new URL('../content/sources.md', import.meta.url)),
  };
}

const MARKDOWN =
  /^(.*\/(?:content|fixtures)\/[^?]+\.md)(\?raw|\?digest|\?flow|\?text|\?terms|\?form|\?feedback)?$/;

/** @returns {import('vite').Plugin} */
export const contentVite = () => ({
  name: 'lucka-content',
  enforce: 'pre',
  async load(id) {
    const [, file, query = ''] = MARKDOWN.exec(id) ?? [];
    if (!file) return null;
    this.addWatchFile(file);
    return {
      code: await moduleOf(readUtf8(file), query, file),
      map: null,
      moduleType: 'js',
    };
  },
});

/** @returns {import('esbuild').Plugin} */
export const contentEsbuild = () => ({
  name: 'lucka-content',
  setup({ onLoad }) {
    onLoad({ filter: /\.md$/ }, async ({ path, suffix }) => ({
      contents: await moduleOf(readUtf8(path), suffix, path),
      loader: 'js',
    }));
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
    return {
      body: await moduleOf(
        /** @type {string} */ (context.body),
        context.URL.search,
        `.${context.path}`,
      ),
    };
  },
});

/**
 * The content pack of a folder, for Storybook: compiled when it is built, and by its server whenever the index is requested, so that
 * a saved text is there after a reload.
 *
 * @param {string} folder
 * @param {string} place where its files are, such as 'fordon'
 * @returns {import('vite').Plugin}
 */
export function contentPackVite(folder, place) {
  /** @type {Promise<Map<string, string>>} */
  let files;
  return {
    name: 'lucka-content-pack',
    async buildStart() {
      if (this.environment.mode !== 'build') return;
      for (const [name, source] of await packOf(folder))
        this.emitFile({ type: 'asset', fileName: `${place}/${name}`, source });
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${place}`, (request, response, next) => {
        const name = (request.url ?? '').replace(/^\/|\?.*/gs, '');
        if (!files || name === 'pack.json') files = packOf(folder);
        files.then((pack) => {
          const text = pack.get(name);
          if (text === undefined) return next();
          response.setHeader('content-type', mediaTypeOf(name)).end(text);
        }, next);
      });
    },
  };
}
