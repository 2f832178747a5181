import { nodeResolve } from '@rollup/plugin-node-resolve';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve as resolvePath } from 'node:path';
import { rollup } from 'rollup';
import { minify } from 'terser';
import { integritySnippet } from './cli/integrity/snippet.js';
import {
  chunkOf,
  copyFor,
  JOINED,
  JOINED_WITH_CONTENT,
  PRELOADED,
  WITH_CONTENT,
} from './chunks.js';
import { minifyCss } from './minify-css.js';

/**
 * dist/ -> cdn/: for pages without a bundler. `lucka.js` is the loader; each element is one file; `chunks/` contains the
 * shared core and the modules that an element loads on demand. Rollup, since it keeps modules that a lazy chunk shares with
 * its element in the element's own file; Rolldown makes a chain of small files.
 */

/** The address of cdn/ in the README. */
const PLACE = '/lucka/';

/** @type {import('rollup').Plugin} */
const smallStyles = {
  name: 'lucka-small-styles',
  transform(code, id) {
    if (!/\/dist\/.*\.js(?:\?|$)/.test(id) || !code.includes('css`')) return null;
    return {
      code: code.replace(/css`([^`]*)`/g, (_, css) => `css\`${minifyCss(css)}\``),
      map: null,
    };
  },
};

/**
 * What a file imports or exports has the same name inside and outside, `import{a,b}` in place of `import{a as d,b as f}`, and in
 * order: pairs that no other file has compress badly.
 *
 * @param {string} code as Rollup writes it
 * @returns {{ code: string, nameCache: { vars: { props: Record<string, string> } } }} for Terser
 */
function withSharedNames(code) {
  /** @type {Record<string, string>} */
  const props = {};
  const taken = new Set();
  /** @param {string} kind @param {string} list `a as b, c` */
  const namesIn = (kind, list) =>
    list
      .split(',')
      .map((each) => each.trim().split(' as '))
      .map(([first = '', second = first]) =>
        kind === 'import' ? { local: second, shared: first } : { local: first, shared: second },
      )
      .sort((one, other) => (one.shared < other.shared ? -1 : 1));
  const ordered = code.replace(/^(import|export) \{([^}]*)\}/gm, (_, kind, list) => {
    const names = namesIn(kind, list);
    for (const { local, shared } of names) {
      // Rollup's own short names; not `default`.
      if (shared.length > 2 || taken.has(shared)) continue;
      taken.add(shared);
      props[`$${local}`] ??= shared;
    }
    const written = names.map(({ local, shared }) =>
      kind === 'import' ? `${shared} as ${local}` : `${local} as ${shared}`,
    );
    return `${kind} { ${written.join(', ')} }`;
  });
  return { code: ordered, nameCache: { vars: { props } } };
}

/** @type {import('rollup').Plugin} */
const smallScripts = {
  name: 'lucka-small-scripts',
  async renderChunk(code, { moduleIds }) {
    const shared = withSharedNames(code);
    const options = {
      module: true,
      ecma: /** @type {const} */ (2020),
      // Our code does not use the length of functions.
      compress: { passes: 3, keep_fargs: false, inline: 1, unsafe_arrows: true },
      format: { comments: false },
      sourceMap: true,
      nameCache: shared.nameCache,
    };
    const { code: small = '', map } = await minify(shared.code, options);
    // The remaining line breaks are in templates, where a space has the same effect. In content it does not.
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
 * Replaces `@property(…)` and `@state()` by their result, so that pages do not load the decorator code.
 *
 * @type {import('rollup').Plugin}
 */
const withoutDecorators = {
  name: 'lucka-without-decorators',
  transform(code, id) {
    if (!/\/dist\/(?:elements|shared)\//.test(id) || !code.includes('__decorate(')) return null;
    const rest = code.replace(
      /__decorate\(\[(property|state)\(([^]*?)\)\], (\w+)\.prototype, ("\w+"), (?:void 0|null)\);/g,
      (_, decorator, options, element, name) => {
        const given = decorator === 'state' ? '{ state: true, attribute: false }' : options;
        return `${element}.createProperty(${given ? `${name}, ${given}` : name});`;
      },
    );
    if (rest.includes('__decorate('))
      throw new Error(`${id} has a decorator that tools/build-browser.js does not know.`);
    return { code: rest, map: null };
  },
};

/**
 * @lit/localize names a message by 64 bits of FNV-1a, as 16 digits that pack badly. The lower 32 bits of that are FNV-1a with
 * the lower part of its prime: less code, shorter names, and still one for each message, which is checked.
 *
 * @type {import('rollup').Plugin}
 */
const shortNames = {
  name: 'lucka-short-names',
  transform(code, id) {
    if (id.endsWith('/@lit/localize/internal/fnv1a64.js')) return { code: FNV_1A_32, map: null };
    if (id.endsWith('/dist/content/pack/message-name.js')) return { code: SHORT_NAME, map: null };
    if (!/\/generated\/translations\/\w+\/[\w-]+\.js(?:\?|$)/.test(id)) return null;
    const rest = code.replace(/^\t([hs])([0-9a-f]{16}):/gm, (_, kind, digits) => {
      const name = kind + parseInt(digits.slice(8), 16).toString(36);
      const other = longNames.get(name);
      if (other && other !== digits) throw new Error(`Two messages are called ${name}: see ${id}.`);
      longNames.set(name, digits);
      return `\t${name}:`;
    });
    if (rest === code)
      throw new Error(`${id} has no messages as tools/build-browser.js knows them.`);
    return { code: rest, map: null };
  },
};

/** Of all messages, by their short names: a page may have them all. @type {Map<string, string>} */
const longNames = new Map();

/** As above, for the words of a content pack, which have their long names. */
const SHORT_NAME = `export const messageName = (name) =>
  name[0] + parseInt(name.slice(-8), 16).toString(36);`;

const FNV_1A_32 = `export function fnv1a64(text) {
  let hash = 0x84222325;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 435);
  return (hash >>> 0).toString(36);
}`;

/**
 * Lit's style sheets without what ours do not need: messages for style authors, since ours are checked when they are built,
 * style elements for browsers without adopted style sheets, and a second cache. Rollup fails if Lit asks for another export.
 *
 * @type {import('rollup').Plugin}
 */
const smallCssTag = {
  name: 'lucka-small-css-tag',
  transform: (code, id) =>
    id.endsWith('/@lit/reactive-element/css-tag.js') ? { code: CSS_TAG, map: null } : null,
};

const CSS_TAG = `export class CSSResult {
  constructor(cssText) { this.cssText = cssText; }
  get styleSheet() {
    if (!this.sheet) (this.sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.sheet;
  }
  toString() { return this.cssText; }
}
export const supportsAdoptingStyleSheets = true;
export const unsafeCSS = (text) => new CSSResult(String(text));
export const css = (strings, ...values) => new CSSResult(String.raw({ raw: strings }, ...values));
export const getCompatibleStyle = (style) => style;
export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles.map((style) => style.styleSheet ?? style);
};`;

/**
 * Removes code of Lit for browsers that lack container queries and so cannot show our elements: style elements in place
 * of adopted style sheets, and hooks for its own polyfills.
 *
 * @type {import('rollup').Plugin}
 */
const withoutOldBrowsers = {
  name: 'lucka-without-old-browsers',
  transform(code, id) {
    const [, cuts] = OLD_BROWSERS.find(([file]) => id.endsWith(file)) ?? [];
    if (!cuts) return null;
    let rest = code;
    for (const [old, fresh] of cuts) {
      if (!rest.includes(old))
        throw new Error(`Lit has changed "${old}": see tools/build-browser.js.`);
      rest = rest.replace(old, fresh);
    }
    return { code: rest, map: null };
  },
};

/** @type {readonly [string, readonly [string, string][]][]} */
const OLD_BROWSERS = [
  [
    '/@lit/reactive-element/reactive-element.js',
    [
      ['p=a.reactiveElementPolyfillSupport,', ''],
      ['p?.({ReactiveElement:y}),', ''],
    ],
  ],
  ['/lit-html/lit-html.js', [['B=t.litHtmlPolyfillSupport;B?.(S,k),', 'B=0;']]],
  [
    '/lit-element/lit-element.js',
    [
      [',s.litElementHydrateSupport?.({LitElement:i});', ';'],
      ['const o=s.litElementPolyfillSupport;o?.({LitElement:i});', ''],
    ],
  ],
];

/**
 * Combines features that are loaded at the same moment into one file: an import of one of them gets the exports of all.
 *
 * @type {import('rollup').Plugin}
 */
const joinFeatures = {
  name: 'lucka-join-features',
  resolveDynamicImport(specifier, importer) {
    if (typeof specifier !== 'string') return null;
    const path = resolvePath(dirname(importer), specifier);
    const [name] =
      Object.entries(JOINED).find(([, files]) =>
        files.some((file) => path === resolvePath(file)),
      ) ?? [];
    return name ? `\0${name}` : null;
  },
  resolveId: (id) => (id.startsWith('\0') && id.slice(1) in JOINED ? id : null),
  load(id) {
    const files = id.startsWith('\0') ? JOINED[id.slice(1)] : undefined;
    return files
      ? files.map((file) => `export * from ${JSON.stringify(resolvePath(file))};`).join('')
      : null;
  },
};

/** The words of the banner in a language other than English. */
const BANNER_WORDS = /\/generated\/translations\/(\w\w)\/maintenance-banner\.js$/;

/**
 * Preloads the dependencies of the banner's lazy chunks, and the words of the page's language: one round trip instead of two or
 * three. (The other elements load theirs while people read, and their size budgets leave no space for this.)
 *
 * @type {import('rollup').Plugin}
 */
const inOneStep = {
  name: 'lucka-in-one-step',
  generateBundle(_, bundle) {
    const bundled = (/** @type {string} */ file) =>
      /** @type {import('rollup').OutputChunk | undefined} */ (bundle[file]);
    const needs = (/** @type {string} */ file, /** @type {Set<string>} */ seen = new Set()) => {
      for (const each of bundled(file)?.imports ?? [])
        if (!seen.has(each)) needs(each, seen.add(each));
      return seen;
    };
    const banner = bundled('maintenance-banner.js');
    if (!banner) throw new Error('There is no banner: see tools/build-browser.js.');
    const there = needs(banner.fileName).add(banner.fileName);
    for (const part of new Set(banner.dynamicImports)) {
      const load = (/** @type {string} */ file) => `import("./${file}")`;
      const beside = [...needs(part)].filter((file) => !there.has(file));
      const words = (bundled(part)?.dynamicImports ?? []).flatMap((file) => {
        const [, lang] = BANNER_WORDS.exec(bundled(file)?.facadeModuleId ?? '') ?? [];
        return lang ? `this.matches(":lang(${lang})")&&${load(file)}` : [];
      });
      // If a preload fails, the import of the chunk itself fails too.
      const steps = [...words, ...beside.map(load)].map((each) => `${each}.catch(()=>0),`).join('');
      banner.code = banner.code.replace(load(part), () => `(${steps}${load(part)})`);
    }
  },
};

/**
 * Loads the words of a language with the first content in it, unless the page shows content of its own: then the words alone.
 *
 * @type {import('rollup').Plugin}
 */
const joinWithContent = {
  name: 'lucka-join-with-content',
  transform(code, id) {
    const { imported, without } =
      JOINED_WITH_CONTENT.find(({ importer }) => importer.test(id)) ?? {};
    if (!imported) return null;
    const isWithout = without ? `||document.querySelector(${JSON.stringify(without)})` : '';
    const rest = code.replace(
      imported,
      (alone, path) => `(packInUse()${isWithout} ? ${alone} : import("${path}${WITH_CONTENT}"))`,
    );
    if (rest === code)
      throw new Error(`${id} imports nothing that is joined with content: see tools/chunks.js.`);
    const place = JSON.stringify(resolvePath('dist/i18n/pack-in-use.js'));
    return { code: `import { packInUse } from ${place};\n${rest}`, map: null };
  },
};

/**
 * Gives each element its own copy of small modules: see tools/chunks.js.
 *
 * @type {import('rollup').Plugin}
 */
const copyModules = {
  name: 'lucka-copy-modules',
  async resolveId(source, importer, options) {
    if (!importer) return null;
    if (source.endsWith(WITH_CONTENT)) return resolvePath(dirname(importer), source);
    if (source.includes('?')) return null;
    const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
    return (resolved && copyFor(resolved.id, importer)) ?? resolved;
  },
  load(id) {
    const [path = '', tag] = id.split('?');
    return tag && isAbsolute(path) ? readFileSync(path, 'utf8') : null;
  },
};

/** Stands for the build's hash in the loader; as long as the hash, so that source maps stay right. */
const HASH_PLACEHOLDER = 'THE_HASH';

/** @type {import('rollup').Plugin} */
const withHash = {
  name: 'lucka-hash',
  load: (id) =>
    id.endsWith('/dist/build-info.js')
      ? `export const buildInfo = { hash: '${HASH_PLACEHOLDER}' };`
      : null,
};

/** @param {string[]} names the elements and other entries that get a file of their own in cdn/ */
export async function buildBrowser(names) {
  rmSync('cdn', { recursive: true, force: true });
  const elements = await bundle(
    {
      input: Object.fromEntries(names.map((name) => [name, `dist/${name}.js`])),
      preserveEntrySignatures: 'allow-extension',
    },
    { manualChunks: chunkOf },
  );
  // A separate build, so that it shares no file with the elements: a page without elements loads only this.
  const loader = await bundle({
    input: { lucka: 'dist/loader.js' },
    plugins: [withHash],
    external: names.map((name) => `./${name}.js`),
    makeAbsoluteExternalsRelative: false,
  });
  writeFiles([...elements, ...loader]);
  writeIntegrity();
}

/**
 * @param {import('rollup').RollupOptions} input
 * @param {import('rollup').OutputOptions} [output]
 * @returns {Promise<(import('rollup').OutputChunk | import('rollup').OutputAsset)[]>}
 */
async function bundle(input, output) {
  const build = await rollup({
    ...input,
    plugins: [
      input.plugins,
      joinFeatures,
      copyModules,
      nodeResolve({ exportConditions: ['browser', 'production'] }),
      withoutDecorators,
      joinWithContent,
      shortNames,
      smallCssTag,
      withoutOldBrowsers,
      smallStyles,
      smallScripts,
      ...(output ? [inOneStep] : []),
    ],
    // @lit/localize makes a promise for a mode that we do not use.
    treeshake: { moduleSideEffects: (id) => !id.endsWith('/localize/init/runtime.js') },
    onwarn: (warning) => {
      throw new Error(warning.message);
    },
  });
  const { output: files } = await build.generate({
    dir: 'cdn',
    format: 'es',
    // Next to the scripts, but without a comment with their address, which every page would load.
    sourcemap: 'hidden',
    entryFileNames: '[name].js',
    chunkFileNames: ({ name, facadeModuleId }) =>
      `chunks/${chunkName(name, facadeModuleId)}-[hash].js`,
    // Safe on case-insensitive file systems.
    hashCharacters: 'hex',
    ...output,
  });
  await build.close();
  return files;
}

/** @param {string} name @param {string | null} module */
function chunkName(name, module) {
  const [, translations] = /\/generated\/translations\/(.*)\.js$/.exec(module ?? '') ?? [];
  if (translations) return translations.replaceAll('/', '-');
  const [, element] = /\/elements\/([\w-]+)\//.exec(module ?? '') ?? [];
  // Several elements have a feature of this name.
  if (element && /^(?:exports|form-value)$/.test(name)) return `${element}-${name}`;
  return name.replace('.md', '').replace('_', '-');
}

/**
 * Writes the files with one hash in all their names, that of the whole build: the loader can name files with it, and 4 bytes are
 * saved for each name of a file in another. Each release has other names, so that files can be cached for ever.
 *
 * @param {readonly (import('rollup').OutputChunk | import('rollup').OutputAsset)[]} files
 */
function writeFiles(files) {
  const hashOf = (/** @type {string} */ file) => /^chunks\/.*-([0-9a-f]{8})\.js$/.exec(file)?.[1];
  const hashes = files.map(({ fileName }) => hashOf(fileName)).filter(Boolean);
  const hash = createHash('sha256')
    .update(
      files
        .map(({ fileName }) => fileName)
        .sort()
        .join(),
    )
    .update(
      files
        .map((file) => ('code' in file ? file.code : ''))
        .sort()
        .join(),
    )
    .digest('hex')
    .slice(0, 8);
  const anyHash = new RegExp(`(?<=-)(?:${hashes.join('|')})(?=\\.js)|${HASH_PLACEHOLDER}`, 'g');
  const withHashOfBuild = (/** @type {string} */ text) => text.replace(anyHash, hash);
  const written = new Set();
  for (const file of files) {
    const name = withHashOfBuild(file.fileName);
    if (written.has(name)) throw new Error(`Two files are called ${name}: see chunkName.`);
    written.add(name);
    const place = join('cdn', name);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, withHashOfBuild('code' in file ? file.code : String(file.source)));
  }
  for (const name of PRELOADED)
    if (!written.has(`chunks/${name}-${hash}.js`))
      throw new Error(`There is no file ${name}: see src/loader.ts.`);
}

/** Subresource Integrity for every script of the browser build, and the snippet for pages. */
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
