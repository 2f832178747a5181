import { readFileSync } from 'node:fs';

/**
 * The tables of README.md: sizes from tools/check-sizes/baseline.json, which `npm run check:sizes -- --json` writes, and times from
 * tools/bench/results.json, which `npm run bench` writes.
 */

const README = 'README.md';
const BASELINE = 'tools/check-sizes/baseline.json';
const RESULTS = 'tools/bench/results.json';

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
export function generateCostTables() {
  const results = JSON.parse(readFileSync(RESULTS, 'utf8'));
  const tables = {
    sizes: sizesTable(JSON.parse(readFileSync(BASELINE, 'utf8'))),
    times: timesTable(results),
    profiles: profilesTable(results),
  };
  let readme = readFileSync(README, 'utf8');
  for (const [name, table] of Object.entries(tables)) {
    const place = new RegExp(`(<!-- ${name}: npm run generate -->\\n)[^]*?(<!-- /${name} -->)`);
    if (!place.test(readme)) throw new Error(`${README} has no place for the table of ${name}.`);
    readme = readme.replace(place, (_, start, end) => `${start}\n${table}\n\n${end}`);
  }
  return { [README]: readme };
}

/**
 * @typedef {object} Cycles
 * @property {number} milliseconds
 * @property {number} script
 * @property {number} style
 * @property {number} layout
 * @property {number} bytes
 *
 * @typedef {import('./bench/measures.js').RenderProfile} RenderProfile
 *
 * @typedef {object} Results
 * @property {Readonly<Record<string, {
 *   firstRender: Readonly<Record<'ours' | 'same' | 'bare' | 'plain', number>>,
 *   profile: Readonly<Record<'ours' | 'same', RenderProfile>>,
 *   comingAndGoing: Readonly<Record<'ours' | 'same' | 'bare', Cycles>>,
 * }>>} elements
 */

/** @param {Results} results @returns {string} */
function timesTable({ elements }) {
  const ratio = (/** @type {number} */ one, /** @type {number} */ other) =>
    (one / other).toFixed(1);
  const rows = Object.entries(elements).map(([name, { firstRender, comingAndGoing }]) => {
    const { ours, same, bare } = comingAndGoing;
    const cells = [
      ratio(firstRender.ours, firstRender.same),
      ratio(firstRender.ours, firstRender.bare),
      ratio(ours.milliseconds, same.milliseconds),
      ratio(ours.milliseconds, bare.milliseconds),
      ours.milliseconds.toFixed(1),
      Math.max(0, Math.round(ours.bytes)),
    ];
    return `| ${name} | ${cells.join(' | ')} |`;
  });
  return [
    '| Element | first rendering ÷ same content | ÷ bare Lit | added and removed ÷ same content | ÷ bare Lit | ms | bytes left |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n');
}

/** Where the time goes, with that of the same content in brackets. @param {Results} results @returns {string} */
function profilesTable({ elements }) {
  const rows = Object.entries(elements).map(([name, { profile, comingAndGoing }]) => {
    const first = (/** @type {(profile: RenderProfile) => number} */ part) =>
      `${Math.round(part(profile.ours))} (${Math.round(part(profile.same))})`;
    const each = (/** @type {(cycles: Cycles) => number} */ part) =>
      `${part(comingAndGoing.ours).toFixed(2)} (${part(comingAndGoing.same).toFixed(2)})`;
    const cells = [
      first(({ drawn }) => drawn),
      first(({ loaded }) => loaded),
      first(({ script }) => script),
      first(({ style, layout }) => style + layout),
      first(({ rest }) => rest),
      each(({ script }) => script),
      each(({ style, layout }) => style + layout),
      each(({ milliseconds, script, style, layout }) => milliseconds - script - style - layout),
    ];
    return `| ${name} | ${cells.join(' | ')} |`;
  });
  return [
    '| Element, ms (same content) | rendered | files there | script | style and layout | rest | added and removed: script | style and layout | rest |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n');
}

/** @param {Sizes} sizes @returns {string} */
function sizesTable({ pages }) {
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
