import { nodeResolve } from '@rollup/plugin-node-resolve';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { minify } from 'terser';
import { integritySnippet } from './cli/integrity/snippet.js';
import { minifyCss } from './minify-css.js';

/**
 * dist/ -> cdn/: for pages without a bundler. `lucka.js` is the loader; each element is one file; `chunks/` holds the
 * core that all share and what an element loads on need. Rollup, since it leaves what a later part shares with its
 * element in the element's own file, where Rolldown makes a chain of small ones.
 */

/** Where the README serves cdn/ from. */
const PLACE = '/lucka/';

/** What the elements share from the start: Lit, languages, texts, the base styles. */
const CORE = [
  /\/node_modules\/(?:lit|lit-html|lit-element|@lit)\//,
  /\/dist\/vendor\//,
  /\/dist\/i18n\/(?!generated|wall-clock)/,
  /\/dist\/parts\/(?:define|version|attributes|resource|announcer)\.js$/,
  /\/dist\/content\/(?:render|heading|foreign|document|load)\.js$/,
  /\/dist\/styles\/(?:base|button|details|generated\/tokens)\.js$/,
];

/** What the elements with fields share: one file packs smaller than three. */
const FIELDS = /\/dist\/(?:parts\/(?:field|icons)|styles\/field)\.js$/;

/** @param {string} id */
function sharedChunk(id) {
  if (CORE.some((room) => room.test(id))) return 'core';
  // By itself: else Rollup adds it to the file that re-exports it, and it is needed only later.
  if (id.endsWith('/dist/parts/icon-paths.js')) return 'icon-paths';
  return FIELDS.test(id) ? 'fields' : undefined;
}

/** @type {import('rollup').Plugin} */
const smallStyles = {
  name: 'lucka-small-styles',
  transform(code, id) {
    if (!/\/dist\/.*\.js$/.test(id) || !code.includes('css`')) return null;
    return {
      code: code.replace(/css`([^`]*)`/g, (_, css) => `css\`${minifyCss(css)}\``),
      map: null,
    };
  },
};

/** @type {import('rollup').Plugin} */
const smallScripts = {
  name: 'lucka-small-scripts',
  async renderChunk(code, { moduleIds }) {
    const options = {
      module: true,
      ecma: /** @type {const} */ (2020),
      // Nothing of ours asks a function how many parameters it has.
      compress: { passes: 3, keep_fargs: false },
      format: { comments: false },
      sourceMap: true,
    };
    const { code: small = '', map } = await minify(code, options);
    // What is left of line breaks stands in templates, where a space does the same. In content it would not.
    const isContent = moduleIds.some(
      (id) => id.includes('/dist/content/') && /\.(?:en|sv)\.md/.test(id),
    );
    return {
      code: isContent ? small : small.replace(/\n\s*(\/?>)/g, '$1').replace(/\n\s*/g, ' '),
      map: /** @type {string} */ (map),
    };
  },
};

/**
 * TypeScript compiles our decorators the older way, so half of Lit's `@property` (for standard decorators) is never
 * called; no bundler can know that.
 *
 * @type {import('rollup').Plugin}
 */
const onlyOurDecorators = {
  name: 'lucka-only-our-decorators',
  transform(code, id) {
    if (!id.endsWith('/@lit/reactive-element/decorators/property.js')) return null;
    const choice = /"object"==typeof \w\?\w\(\w,\w,\w\):/;
    if (!choice.test(code))
      throw new Error('Lit has changed how @property chooses: see tools/build-browser.js.');
    return { code: code.replace(choice, '').replace(/,\w as standardProperty/, ''), map: null };
  },
};

/**
 * Lit's advice to who writes styles by hand: our styles are checked when we build, and every page would carry it.
 *
 * @type {import('rollup').Plugin}
 */
const withoutAdvice = {
  name: 'lucka-without-advice',
  transform(code, id) {
    if (!id.endsWith('/@lit/reactive-element/css-tag.js')) return null;
    const advice = /Error\("(?:CSSResult is not|Value passed to)[^;}]*?"\)/g;
    if (!advice.test(code))
      throw new Error('Lit has changed its advice: see tools/build-browser.js.');
    return { code: code.replace(advice, 'Error("css")'), map: null };
  },
};

/** @param {string[]} names the elements and other entries that get a file of their own in cdn/ */
export async function buildBrowser(names) {
  rmSync('cdn', { recursive: true, force: true });
  await write(
    {
      input: Object.fromEntries(names.map((name) => [name, `dist/${name}.js`])),
      preserveEntrySignatures: 'allow-extension',
    },
    { manualChunks: sharedChunk },
  );
  // By itself, so that it shares no file with the elements: a page without any loads only this.
  await write({
    input: { lucka: 'dist/loader.js' },
    external: names.map((name) => `./${name}.js`),
    makeAbsoluteExternalsRelative: false,
  });
  writeIntegrity();
}

/** @param {import('rollup').RollupOptions} input @param {import('rollup').OutputOptions} [output] */
async function write(input, output) {
  const bundle = await rollup({
    ...input,
    plugins: [
      nodeResolve({ exportConditions: ['browser', 'production'] }),
      onlyOurDecorators,
      withoutAdvice,
      smallStyles,
      smallScripts,
    ],
    onwarn: (warning) => {
      throw new Error(warning.message);
    },
  });
  await bundle.write({
    dir: 'cdn',
    format: 'es',
    // Beside the scripts for who looks for them; their addresses would cost every page.
    sourcemap: 'hidden',
    entryFileNames: '[name].js',
    chunkFileNames: ({ name, facadeModuleId }) =>
      `chunks/${chunkName(name, facadeModuleId)}-[hash].js`,
    // Safe on file systems that do not tell capitals apart.
    hashCharacters: 'hex',
    ...output,
  });
  await bundle.close();
}

/** @param {string} name @param {string | null} module */
function chunkName(name, module) {
  const [, words] = /\/generated\/(words\/.*)\.js$/.exec(module ?? '') ?? [];
  return words?.replaceAll('/', '-') ?? name.replace('.md', '').replace('_', '-');
}

/** Subresource Integrity for every script of the browser build, and what a page pastes for it. */
function writeIntegrity() {
  const scripts = readdirSync('cdn', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  const hashOf = (/** @type {string} */ file) =>
    createHash('sha384')
      .update(readFileSync(join('cdn', file)))
      .digest('base64');
  const integrity = Object.fromEntries(
    scripts.sort().map((file) => [file, `sha384-${hashOf(file)}`]),
  );
  writeFileSync('cdn/integrity.json', `${JSON.stringify(integrity, null, 2)}\n`);
  const { html, scriptSource } = integritySnippet(PLACE, integrity);
  writeFileSync(
    'cdn/snippet.html',
    `<!-- cdn/ served at ${PLACE}; for another place: npx lucka-integrity <place>. script-src must allow ${scriptSource} -->\n${html}`,
  );
}
