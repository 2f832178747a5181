import { readFileSync } from 'node:fs';

/** The table of README.md from tools/check-sizes/baseline.json, which `npm run check:sizes -- --json` writes. */

const README = 'README.md';
const BASELINE = 'tools/check-sizes/baseline.json';
const TABLE = /(<!-- sizes: npm run generate -->\n)[^]*?(<!-- \/sizes -->)/;

/** The measured pages, by their names in the table. */
const ROWS = {
  'terms-dialog': 'terms dialog',
  'message-composer': 'message composer',
  'document-wizard': 'document wizard',
  'booking-picker': 'booking picker',
  'maintenance-banner with a planned notice': 'banner with a planned notice',
  '… with an empty feed': 'banner with a quiet feed',
  'all five': 'all five',
};

/** @typedef {import('./check-sizes.js').Sizes} Sizes */

/** @returns {Record<string, string>} the file with its new text */
export function generateSizesTable() {
  const readme = readFileSync(README, 'utf8');
  if (!TABLE.test(readme)) throw new Error(`${README} has no place for the table of sizes.`);
  /** @type {Sizes} */
  const sizes = JSON.parse(readFileSync(BASELINE, 'utf8'));
  return {
    [README]: readme.replace(TABLE, (_, start, end) => `${start}\n${tableOf(sizes)}\n\n${end}`),
  };
}

/** @param {Sizes} sizes @returns {string} */
function tableOf({ pages }) {
  const rows = Object.entries(ROWS).map(([name, page]) => {
    const [en, sv] = [pages[`${page} (en)`], pages[`${page} (sv)`]];
    if (!en || !sv) throw new Error(`${BASELINE} has no figures of ${page}.`);
    const both = (/** @type {(figures: typeof en) => string} */ figure) =>
      figure(en) === figure(sv) ? figure(en) : `${figure(en)} (${figure(sv)})`;
    const kib = (/** @type {number | null} */ bytes) =>
      bytes === null ? '–' : (bytes / 1024).toFixed(1);
    const count = (/** @type {number | null} */ number) => (number === null ? '–' : String(number));
    const cells = [
      both(({ bytes }) => kib(bytes.firstView)),
      both(({ files }) => count(files.firstView)),
      both(({ roundTrips }) => count(roundTrips.firstView)),
      both(({ bytes }) => kib(bytes.idle)),
      both(({ dom }) => (dom.shadowNodes / dom.sameContentNodes).toFixed(1)),
    ];
    return `| ${name} | ${cells.join(' | ')} |`;
  });
  return [
    '| A page with | KiB until the first view | files | round trips | KiB until idle | nodes for each of the same content |',
    '|---|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n');
}
