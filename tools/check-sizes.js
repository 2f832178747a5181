import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/**
 * Holds the browser build to its budgets, in KiB of brotli over the wire: what a page with one element loads before the
 * element can be used (its own file and the core), and its content in one language. What comes on need is listed.
 */

const KIB = 1024;
const LOADER_BUDGET = 2;
/** An element's words in one language. */
const LANGUAGE_BUDGET = 3;

/** @type {Record<string, { script: number, content: number, documents: string[] }>} */
const BUDGETS = {
  'booking-picker': { script: 18.5, content: 3, documents: ['visit', 'offices'] },
  'document-wizard': { script: 16, content: 8, documents: ['documents'] },
  'message-composer': { script: 15, content: 3, documents: ['composer'] },
  'terms-dialog': { script: 15, content: 6, documents: ['my-page', 'dialog'] },
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

const chunks = readdirSync('cdn/chunks').filter((file) => file.endsWith('.js'));
/** @param {RegExp} pattern */
const chunkLike = (pattern) =>
  chunks.filter((file) => pattern.test(file)).map((file) => `chunks/${file}`);

let failed = 0;
/** @param {string} what @param {number} bytes @param {number} [budget] in KiB */
function report(what, bytes, budget) {
  const isOver = budget !== undefined && bytes > budget * KIB;
  if (isOver) failed++;
  const limit = budget === undefined ? '' : ` of ${budget}${isOver ? '  TOO LARGE' : ''}`;
  console.log(`${(bytes / KIB).toFixed(2).padStart(6)} KiB${limit}  ${what}`);
}

const sum = (/** @type {Iterable<string>} */ files) =>
  [...files].reduce((all, file) => all + sizeOf(file), 0);

report('loader', sizeOf('lucka.js'), LOADER_BUDGET);
for (const [name, { script, content, documents }] of Object.entries(BUDGETS)) {
  report(`${name}: script and style`, sum(staticImports(`${name}.js`)), script);
  for (const lang of ['en', 'sv']) {
    const files = documents.flatMap((document) =>
      chunkLike(new RegExp(`^${document}\\.${lang}(?:-flow)?-[0-9a-f]+\\.js$`)),
    );
    if (files.length !== documents.length)
      throw new Error(`Not all documents of ${name} in ${lang}: ${files.join(', ')}`);
    report(`${name}: content in ${lang}`, sum(files), content);
  }
  report(
    `${name}: words in Swedish`,
    sum(chunkLike(new RegExp(`^words-sv-${name}-`))),
    LANGUAGE_BUDGET,
  );
}
const later = chunkLike(/^(?!core|words-)(?![\w-]+\.(?:en|sv)-)/);
for (const file of later)
  report(`on need: ${file.replace(/chunks\/(.*)-[0-9a-f]+\.js/, '$1')}`, sizeOf(file));
process.exitCode = failed ? 1 : 0;
