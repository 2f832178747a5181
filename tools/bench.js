import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { comingAndGoing, firstRender, longestTask, median, typing } from './bench/measures.js';
import { bareLit, ELEMENTS, pageOf, servePages } from './bench/pages.js';
import { weighPeers } from './bench/peers.js';
import { sameContent } from './bench/same-content.js';
import { chromeArguments, findChrome } from './browsers/chrome.js';
import { checkSizes } from './check-sizes.js';
import { importTs } from './import-ts.js';

/**
 * `npm run bench`: compares the cost of the elements with the same content in one static template, with a minimal LitElement that has
 * the same text, and with plain HTML, in one run. Times on a shared machine vary by half; ratios, bytes and leaks are more
 * reliable. Prints a line for each element and writes tools/bench/results.json, from which `npm run generate` makes the table of
 * README.md. `npm run check:sizes` compares bytes with budgets; times are only reported.
 * `npm run bench -- --peers` also measures the sizes of alternatives.
 */

const TIMES = Number(process.env['BENCH_CYCLES'] ?? 1000);
const LOADS = 7;

/** Where check-sizes.js measures the bytes of an element. @type {Record<string, string>} */
const PAGE_OF = {
  'booking-picker': 'booking picker',
  'document-wizard': 'document wizard',
  'maintenance-banner': 'banner with a planned notice',
  'message-composer': 'message composer',
  'terms-dialog': 'terms dialog',
};

const bare = await bareLit();
/** @type {Record<string, string>} */
const pages = { '/bare.js': bare };
for (const [name, body] of Object.entries(ELEMENTS))
  pages[`/${name}`] = pageOf(body, '/cdn/lucka.js');
const { base, close } = await servePages(pages);
const browser = await chromium.launch({ executablePath: findChrome(), args: chromeArguments });
const { sizes } = await checkSizes();

/** The text of the element, line by line, for the minimal element. @param {string} name */
async function textOf(name) {
  const page = await browser.newPage();
  await page.goto(`${base}/${name}`);
  await page.waitForTimeout(1500);
  const lines = await page.evaluate(() =>
    [
      ...(document.body.firstElementChild?.shadowRoot?.querySelectorAll(
        'p, li, h2, h3, label, button, summary',
      ) ?? []),
    ]
      .map((element) => element.textContent?.trim().replace(/\s+/g, ' '))
      .filter(Boolean),
  );
  await page.close();
  return lines;
}

/** The median of each part. @param {import('./bench/measures.js').RenderProfile[]} [runs] */
const medians = (runs = []) =>
  Object.fromEntries(
    /** @type {const} */ (['drawn', 'loaded', 'script', 'style', 'layout', 'rest']).map((part) => [
      part,
      median(runs.map((run) => run[part])),
    ]),
  );

/** @type {Record<string, unknown>} */
const elements = {};
for (const name of Object.keys(ELEMENTS)) {
  const texts = await textOf(name);
  const lines = JSON.stringify(texts).replaceAll('<', '\\u003c');
  pages[`/bare-${name}`] = pageOf(
    `<script>window.bareText = ${lines}</script><bare-lit></bare-lit>`,
    '/bare.js',
  );
  const paragraphs = texts.map((line) => `<p>${line?.replaceAll('<', '&lt;')}</p>`).join('');
  pages[`/plain-${name}`] = pageOf(`<main>${paragraphs}</main>`);
  pages[`/same-${name}.js`] = await sameContent(browser, `${base}/${name}`, `lucka-${name}`);
  pages[`/same-${name}`] = pageOf('<same-content></same-content>', `/same-${name}.js`);
  const kinds = {
    ours: { address: `${base}/${name}`, tag: `lucka-${name}` },
    same: { address: `${base}/same-${name}`, tag: 'same-content' },
    bare: { address: `${base}/bare-${name}`, tag: 'bare-lit' },
    plain: { address: `${base}/plain-${name}`, tag: 'main' },
  };
  /** @type {Record<string, import('./bench/measures.js').RenderProfile[]>} */
  const rendered = { ours: [], same: [], bare: [], plain: [] };
  // Alternating, so that load on the machine affects all.
  for (let load = 0; load < LOADS; load++)
    for (const [kind, { address, tag }] of Object.entries(kinds))
      rendered[kind]?.push(await firstRender(browser, address, tag));
  const firstRenders = Object.fromEntries(
    Object.entries(rendered).map(([kind, runs]) => [kind, median(runs.map(({ drawn }) => drawn))]),
  );
  const profile = { ours: medians(rendered['ours']), same: medians(rendered['same']) };
  const cycle = (/** @type {{ address: string, tag: string }} */ { address, tag }) =>
    comingAndGoing(browser, address, tag, TIMES);
  const cycles = {
    ours: await cycle(kinds.ours),
    same: await cycle(kinds.same),
    bare: await cycle(kinds.bare),
  };
  const longest = await longestTask(browser, kinds.ours.address, kinds.ours.tag);
  elements[name] = {
    kib: (sizes.pages[`${PAGE_OF[name]} (en)`]?.bytes.idle ?? NaN) / 1024,
    firstRender: firstRenders,
    profile,
    longestTask: longest,
    comingAndGoing: cycles,
  };
  const { ours = NaN, same = NaN, bare = NaN, plain = NaN } = firstRenders;
  const { milliseconds, bytes, nodes, listeners } = cycles.ours;
  console.log(
    `${name}: first render ${(ours / same).toFixed(2)} × same content, ${(ours / bare).toFixed(2)} × bare Lit, ${(ours / plain).toFixed(2)} × plain HTML; longest task ${longest ? `${longest} ms` : 'under 50 ms'}; each time ${(milliseconds / cycles.same.milliseconds).toFixed(2)} × same content, ${(milliseconds / cycles.bare.milliseconds).toFixed(2)} × bare Lit (${milliseconds.toFixed(2)} ms), leaves ${Math.round(bytes)} bytes, ${nodes.toFixed(3)} nodes, ${listeners.toFixed(3)} listeners`,
  );
}

const perCharacter = await typing(browser, `${base}/message-composer`);
console.log(
  `typing: ${perCharacter.toFixed(2)} ms a character, 4 times slowed, 4,000 characters in the field`,
);
await browser.close();
close();

/** @param {() => unknown} act */
function timed(act, times = 20) {
  /** @type {number[]} */
  const spent = [];
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    act();
    spent.push(performance.now() - start);
  }
  return median(spent);
}

const { compileDocument } = await importTs('src/content/compile.ts');
const { compareDocuments } = await importTs('src/elements/terms-dialog/versions/compare.ts');
const { byWeek, dayAfter, visibleDays } = await importTs(
  'src/elements/booking-picker/scheduling/days.ts',
);
const { detectLanguage } = await importTs('src/language.ts');
const { proveFlow, readFlow } = await importTs('src/flow.ts');
const terms = readFileSync('content/terms/my-page.en.md', 'utf8');
const older = await compileDocument(terms);
const newer = await compileDocument(terms.replaceAll('30 days', '60 days'));
const { flow } = readFlow(readFileSync('content/flows/documents.en.md', 'utf8'));
const message = 'Jag har väntat i sju månader på beslut om svenskt medborgarskap. '
  .repeat(4)
  .slice(0, 200);
/** 62 days with 40 available times each. */
const days = Array.from({ length: 62 }, (_, index) => {
  const date = dayAfter('2027-03-01', index);
  const times = Array.from({ length: 40 }, (__, minute) => `${date}T09:${minute + 10}:00+01:00`);
  return { date, closed: null, slots: times.map((at) => ({ id: at, startsAt: at, endsAt: at })) };
});
const period = { from: '2027-03-01', to: '2027-05-01' };
const inNode = {
  compareTerms: timed(() => compareDocuments(older, newer)),
  proveFlow: timed(() => proveFlow(flow), 3),
  pickerDays: timed(() => byWeek(visibleDays([{ days, nextAvailable: null }], period))),
  languageVerdict: timed(() => detectLanguage(message), 200),
};
for (const [what, time] of Object.entries(inNode)) console.log(`${what}: ${time.toFixed(2)} ms`);

const peers = process.argv.includes('--peers') ? await weighPeers() : undefined;
for (const [name, weights] of Object.entries(peers ?? {}))
  for (const [peer, kib] of Object.entries(weights))
    console.log(`${name}: ${peer} ${kib.toFixed(1)} KiB`);

const report = {
  date: new Date().toISOString().slice(0, 10),
  machine: { node: process.version, cores: cpus().length },
  bareLitKib: brotliCompressSync(Buffer.from(bare)).length / 1024,
  // The sizes are in tools/check-sizes/baseline.json.
  ...{ elements, typing: perCharacter, inNode, peers },
};
writeFileSync('tools/bench/results.json', `${JSON.stringify(report, null, 2)}\n`);
console.log(`bare Lit: ${report.bareLitKib.toFixed(1)} KiB; tools/bench/results.json`);
