import { CONTENT_PARTS } from './chunks.js';
import { importTs } from './import-ts.js';
import { readUtf8 } from './read-utf8.js';

/**
 * Markdown as modules, compiled by the same function that runs in the page: once for Vite and Storybook, once for
 * the test runner. `import document from './terms.md'` is a ContentDocument, `'./terms.md?raw'` the text, and
 * `'./documents.md?flow'` a checked Flow, with the texts of content/sources.md for the numbers that it cites. `'./composer.md?form'`
 * and `'./composer.md?feedback'` are the sections that tools/chunks.js lists for a part;
 * these, and `'./visit.md?text'`, are without the numbers of source sentences.
 */

/**
 * @typedef {import('../src/content/document.js').ContentDocument} ContentDocument
 * @typedef {{ compileDocument(source: string): Promise<ContentDocument> }} Compiler
 */

/** @type {Promise<Compiler> | undefined} */
let compiler;
/** @type {Promise<any> | undefined} */
let flows;

/**
 * @param {string} source the text of a Markdown file
 * @param {string} query '', '?raw', '?digest', '?flow', '?text', '?form' or '?feedback'
 * @returns {Promise<string>} a JavaScript module
 */
async function moduleOf(source, query) {
  if (query === '?raw') return exporting(source);
  if (query === '?flow') return exporting(await flowOf(source));
  compiler ??= importTs('src/content/compile.ts');
  const document = await (await compiler).compileDocument(source);
  if (query === '?digest') return exporting(document.digest);
  if (query === '?text') return exporting({ ...document, blocks: withoutSources(document.blocks) });
  if (query === '?form' || query === '?feedback')
    return exporting(partOf(document, CONTENT_PARTS, query.slice(1)));
  return exporting(document);
}

/**
 * The sections of one part of a document.
 *
 * @param {ContentDocument} document
 * @param {Readonly<Record<string, readonly string[]>>} parts ids of sections, by part
 * @param {string} part
 * @returns {ContentDocument}
 * @throws {Error} for a section that is in no part, and would never be shown
 */
export function partOf({ blocks, ...rest }, parts, part) {
  const known = new Set(Object.values(parts).flat());
  let id = '';
  const chosen = blocks.filter((block) => {
    if (block.type === 'heading' && block.level <= 2) id = block.id ?? '';
    if (id && !known.has(id)) throw new Error(`The section "${id}" is in no part of the content.`);
    return parts[part]?.includes(id);
  });
  return { ...rest, blocks: withoutSources(chosen) };
}

/**
 * Without the numbers of source sentences, which these texts do not show: each would be a node in every page.
 *
 * @template {{ type?: string, content?: any, items?: any }} Node
 * @param {readonly (Node | string)[]} nodes
 * @returns {any[]}
 */
function withoutSources(nodes) {
  /** @type {(Node | string)[]} */
  const kept = [];
  for (const node of nodes) {
    const last = kept.at(-1);
    if (typeof node === 'string' && typeof last === 'string') kept.splice(-1, 1, last + node);
    else if (typeof node === 'string') kept.push(node);
    else if (node.type !== 'source')
      kept.push({
        ...node,
        ...(node.content && { content: withoutSources(node.content) }),
        ...(node.items && { items: withoutSources(node.items) }),
      });
  }
  return kept;
}

/** @param {string} source */
async function flowOf(source) {
  flows ??= importTs('src/flow.ts');
  const { flow, problems } = (await flows).readFlow(source);
  const [problem] = problems;
  if (problem) throw new Error(`The flow is broken: line ${problem.line}, ${problem.message}`);
  const sources = { ...(await sourcesCitedIn(source, flow.lang)), ...flow.sources };
  // Lines are for error messages, and there are none.
  const text = JSON.stringify({ ...flow, sources }, (key, value) =>
    key === 'line' || key === 'ifLine' ? undefined : value,
  );
  return JSON.parse(text);
}

/** The texts of the cited numbers. @param {string} source @param {string} lang */
async function sourcesCitedIn(source, lang) {
  const cited = new Set([...source.matchAll(/\[\^([A-Z]\d+)\]/g)].map(([, number]) => number));
  const table = readUtf8(new URL('../content/sources.md', import.meta.url));
  const rows = [...table.matchAll(/^\| ([A-Z]\d+) \| (.+?) \| (.+?) \|$/gm)];
  return Object.fromEntries(
    rows
      .filter(([, number]) => cited.has(number))
      .map(([, number, english, swedish]) => [number, lang === 'sv' ? swedish : english]),
  );
}

const exporting = (/** @type {unknown} */ value) => `export default ${JSON.stringify(value)};\n`;

const MARKDOWN =
  /^(.*\/(?:content|fixtures)\/[^?]+\.md)(\?raw|\?digest|\?flow|\?text|\?form|\?feedback)?$/;

/** @returns {import('vite').Plugin} */
export const contentVite = () => ({
  name: 'lucka-content',
  enforce: 'pre',
  async load(id) {
    const [, file, query = ''] = MARKDOWN.exec(id) ?? [];
    if (!file) return null;
    this.addWatchFile(file);
    return {
      code: await moduleOf(readUtf8(file), query),
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
      contents: await moduleOf(readUtf8(path), suffix),
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
    return { body: await moduleOf(/** @type {string} */ (context.body), context.URL.search) };
  },
});
