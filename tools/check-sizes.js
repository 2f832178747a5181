import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromeArguments, findChrome } from './browsers/chrome.js';
import { figuresOf, judgeBuild, judgePage, kib, problemsIn } from './check-sizes/judge.js';
import { builtFiles, holdsLit, languageSizes } from './check-sizes/languages.js';
import { measurePage } from './check-sizes/measure.js';
import { PAGES } from './check-sizes/pages.js';
import { tableOf, withoutHash, withoutHashes } from './check-sizes/report.js';
import { isMain } from './is-main.js';

/**
 * `npm run check:sizes`: measures in Chromium what a page with each element requests without any interaction: bytes (brotli) and
 * files of script and style, round trips after the HTML, requests for data, DOM nodes. Compares them with
 * check-sizes/budgets.js and with check-sizes/baseline.json. All figures are exact: two runs give the same.
 * `-- --json <file>` writes the figures.
 */

const BASELINE = 'tools/check-sizes/baseline.json';
const LANGUAGES = ['en', 'sv'];

/**
 * @typedef {object} Sizes
 * @property {number} loader bytes
 * @property {ReturnType<typeof languageSizes>} languages
 * @property {Record<string, import('./check-sizes/measure.js').Measured>} pages by name and language: `all five (sv)`
 * @property {{ file: string, bytes: number }[]} onNeed files of the build that no page requests without interaction
 */

/**
 * Measures every page in every language, and the figures that do not depend on a page.
 *
 * @param {object} [what]
 * @param {string} [what.folder] the browser build
 * @param {readonly import('./check-sizes/pages.js').Page[]} [what.pages]
 * @param {Readonly<Record<string, readonly string[]>>} [what.views]
 * @param {number} [what.settling] see `measurePage`
 * @param {typeof import('./check-sizes/budgets.js').BUDGETS} [what.budgets]
 * @param {readonly import('./check-sizes/exceptions.js').Exception[]} [what.exceptions]
 * @returns {Promise<{ sizes: Sizes, figures: import('./check-sizes/judge.js').Figure[], problems: string[] }>}
 */
export async function checkSizes(what = {}) {
  const { folder = 'cdn', pages = PAGES, views, settling, budgets, exceptions } = what;
  const files = builtFiles(folder);
  const loader = files.find(({ file }) => file === 'lucka.js')?.bytes ?? 0;
  const withLit = new Set(files.filter(holdsLit).map(({ file }) => `/cdn/${file}`));
  /** @type {Sizes} */
  const sizes = { loader, languages: languageSizes(files), pages: {}, onNeed: [] };
  const asked = new Set();
  const figures = judgeBuild(loader, sizes.languages);
  const browser = await chromium.launch({ executablePath: findChrome(), args: chromeArguments });
  try {
    for (const page of pages) {
      // Both languages at the same time: most of the time is waiting. When one fails, the other is awaited too: it needs the browser.
      const measured = await Promise.allSettled(
        LANGUAGES.map((lang) => measurePage(browser, { page, lang, folder, views, settling })),
      );
      for (const [index, lang] of LANGUAGES.entries()) {
        const ended = /** @type {typeof measured[number]} */ (measured[index]);
        if (ended.status === 'rejected') throw ended.reason;
        const one = ended.value;
        for (const { path } of one.requests) asked.add(path);
        sizes.pages[`${page.name} (${lang})`] = withoutHashes(one);
        const own = figuresOf(one, (path) => withLit.has(path));
        const rules = { elements: page.tags.length, budgets, exceptions };
        figures.push(...judgePage(page.name, lang, own, rules));
      }
    }
  } finally {
    await browser.close();
  }
  sizes.onNeed = files
    .filter(({ file }) => !asked.has(`/cdn/${file}`))
    .map(({ file, bytes }) => ({ file: withoutHash(file), bytes }))
    .sort((one, other) => (one.file === other.file ? one.bytes - other.bytes : 0));
  return { sizes, figures, problems: problemsIn(figures, exceptions) };
}

if (isMain(import.meta.url)) {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  /** @type {Sizes | undefined} */
  const before = existsSync(BASELINE) ? JSON.parse(readFileSync(BASELINE, 'utf8')) : undefined;
  const { sizes, figures, problems } = await checkSizes();
  console.log(tableOf(sizes.pages, before?.pages).join('\n'));
  console.log('\nfigure, its budget');
  for (const { what, value, limit, bound } of figures) {
    const excepted = value > limit && bound !== undefined ? `, ${bound} by an exception` : '';
    console.log(`${String(value).padStart(6)} of ${limit}${excepted}  ${what}`);
  }
  console.log('\nKiB on need, which none of the pages asks for by itself');
  for (const { file, bytes } of sizes.onNeed)
    console.log(`${kib(bytes).toFixed(2).padStart(6)}  ${file}`);
  for (const problem of problems) console.error(`FAILED: ${problem}`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(sizes, null, 2)}\n`);
  if (problems.length) process.exitCode = 1;
}
