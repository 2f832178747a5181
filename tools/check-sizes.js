import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { isMain } from './is-main.js';

/**
 * Holds the browser build to its budgets, in KiB of brotli over the wire: what a page with one element loads before the
 * element can be used (its own file and the core), and its content in one language. What comes on need is listed.
 */

const KIB = 1024;
const LOADER_BUDGET = 2;
/** An element's words in one language. */
const LANGUAGE_BUDGET = 3;

/** A page with all of them. */
const ALL_BUDGET = { script: 40, content: 20 };

/** @type {Record<string, { script: number, content: number, documents: string[] }>} */
const BUDGETS = {
  'booking-picker': { script: 18.5, content: 3, documents: ['visit', 'offices'] },
  'document-wizard': { script: 16, content: 8, documents: ['documents'] },
  'maintenance-banner': { script: 12, content: 0, documents: [] },
  'message-composer': { script: 15, content: 3, documents: ['composer'] },
  'terms-dialog': { script: 15, content: 6, documents: ['my-page', 'dialog'] },
};

/**
 * What an element loads besides, by itself, once there is something to show: chunks by name.
 *
 * @type {Record<string, { what: string, chunks: string[], budget: number }[]>}
 */
const MORE = {
  'maintenance-banner': [
    { what: 'with a feed in which nothing is due', chunks: ['notice-source'], budget: 14.75 },
    { what: 'with a planned notice on show', chunks: ['notice-source', 'board'], budget: 21.5 },
  ],
};

/** @param {string} file */
const sizeOf = (file) => brotliCompressSync(readFileSync(join('cdn', file))).length;

/** What a script imports before it runs. @param {string} file @param {Set<string>} [seen] @returns {Set<string>} */
function staticImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(join('cdn', file), 'utf8');
  for (const [, address = ''] of code.matchAll(
    /(?:^|[;}])(?:import|export)(?:[\w${},*\s]*from)?"(\.[^"]+)"/g,
  )) {
    staticImports(posix.join(dirname(file), address), seen);
  }
  return seen;
}

/** @typedef {{ what: string, kib: number, budget?: number }} Size */

/** What the browser build weighs. @returns {Size[]} */
export function measureSizes() {
  const chunks = readdirSync('cdn/chunks').filter((file) => file.endsWith('.js'));
  const chunkLike = (/** @type {RegExp} */ pattern) =>
    chunks.filter((file) => pattern.test(file)).map((file) => `chunks/${file}`);
  const sum = (/** @type {Iterable<string>} */ files) =>
    [...files].reduce((all, file) => all + sizeOf(file), 0) / KIB;
  /** @type {Size[]} */
  const sizes = [{ what: 'loader', kib: sum(['lucka.js']), budget: LOADER_BUDGET }];
  const allScripts = new Set();
  for (const [name, { script, content, documents }] of Object.entries(BUDGETS)) {
    const own = staticImports(`${name}.js`);
    for (const file of own) allScripts.add(file);
    sizes.push({ what: `${name}: script and style`, kib: sum(own), budget: script });
    for (const { what, chunks: names, budget } of MORE[name] ?? []) {
      const all = new Set(own);
      for (const chunk of names) {
        const files = chunkLike(new RegExp(`^${chunk}-[0-9a-f]+\\.js$`));
        if (files.length !== 1) throw new Error(`Not one chunk ${chunk}: ${files.join(', ')}`);
        for (const file of files) for (const each of staticImports(file)) all.add(each);
      }
      sizes.push({ what: `${name}: script and style ${what}`, kib: sum(all), budget });
    }
    for (const lang of documents.length ? ['en', 'sv'] : []) {
      const files = documents.flatMap((document) =>
        chunkLike(new RegExp(`^${document}\\.${lang}(?:-flow)?-[0-9a-f]+\\.js$`)),
      );
      if (files.length !== documents.length)
        throw new Error(`Not all documents of ${name} in ${lang}: ${files.join(', ')}`);
      sizes.push({ what: `${name}: content in ${lang}`, kib: sum(files), budget: content });
    }
    const words = chunkLike(new RegExp(`^words-sv-${name}-`));
    sizes.push({ what: `${name}: words in Swedish`, kib: sum(words), budget: LANGUAGE_BUDGET });
  }
  sizes.push({
    what: 'all elements: script and style',
    kib: sum(allScripts),
    budget: ALL_BUDGET.script,
  });
  for (const lang of ['en', 'sv']) {
    const kib = sizes
      .filter(({ what }) => what.endsWith(`content in ${lang}`))
      .reduce((all, size) => all + size.kib, 0);
    sizes.push({ what: `all elements: content in ${lang}`, kib, budget: ALL_BUDGET.content });
  }
  const later = chunkLike(/^(?!core|words-)(?![\w-]+\.(?:en|sv)-)/);
  for (const file of later)
    sizes.push({
      what: `on need: ${file.replace(/chunks\/(.*)-[0-9a-f]+\.js/, '$1')}`,
      kib: sum([file]),
    });
  return sizes;
}

if (isMain(import.meta.url)) {
  for (const { what, kib, budget } of measureSizes()) {
    const isOver = budget !== undefined && kib > budget;
    if (isOver) process.exitCode = 1;
    const limit = budget === undefined ? '' : ` of ${budget}${isOver ? '  TOO LARGE' : ''}`;
    console.log(`${kib.toFixed(2).padStart(6)} KiB${limit}  ${what}`);
  }
}
