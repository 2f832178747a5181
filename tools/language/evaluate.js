// node tools/language/evaluate.js --data <folder>   the bars, on text that training never saw
// node tools/language/evaluate.js --own             the project's own messages
//
// --show prints each mistake, --languages the languages most often let through, --tuned leaves the
// held-back half of our own messages alone, --detector <module> measures another detector.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BARS } from './thresholds.js';
import { Bench } from './bench.js';
import { load } from './bundle.js';
import { isFrequent } from './languages.js';
import { readLines } from './lines.js';
import { flag, option } from './options.js';
import { measureOwn } from './own-samples.js';
import { createRandom } from './random.js';
import { looksEnglish } from './sentences.js';
import { describeSize } from './size.js';

/** Minimum number of sentences for measuring a language. */
const FEWEST_SENTENCES = 100;

const percent = (/** @type {number} */ share) => `${(share * 100).toFixed(2)} %`.padStart(8);

/** @returns {Promise<Bench['detect']>} */
async function loadDetector() {
  const other = option('detector', '');
  if (!other) return (await load('./src/language.ts')).detectLanguage;
  return (await import(pathToFileURL(path.resolve(other)).href)).detect;
}

/**
 * Sentences of sources that training does not use; for a common language without such sentences,
 * sentences that training has set aside.
 * @param {string} folder
 */
function readSentences(folder) {
  /** @type {Map<string, string[]>} */
  const sentences = new Map();
  for (const file of ['held-out.jsonl', 'dev.jsonl']) {
    if (!fs.existsSync(path.join(folder, file))) continue;
    const known = new Set(
      [...sentences].filter(([, list]) => list.length >= FEWEST_SENTENCES).map(([code]) => code),
    );
    for (const { lang, text } of readLines(path.join(folder, file))) {
      if (known.has(lang)) continue;
      if (file === 'dev.jsonl' && (!isFrequent(lang) || looksEnglish(text))) continue;
      if (!sentences.has(lang)) sentences.set(lang, []);
      sentences.get(lang)?.push(text);
    }
  }
  return sentences;
}

/** @param {Bench} bench */
function measureTime(bench) {
  const texts = bench.texts('sv', { from: 160, to: 170 }, 1000);
  for (const text of texts) bench.detect(text);
  const start = performance.now();
  for (const text of texts) bench.detect(text);
  return (performance.now() - start) / texts.length;
}

/** @param {Bench} bench */
function printLanguages(bench) {
  const shares = bench.others
    .map((code) => ({ code, share: bench.passedShare([code], { from: 60, to: 99 }) }))
    .sort((a, b) => b.share - a.share);
  const worst = shares.slice(0, 20).map(({ code, share }) => `${code}${percent(share)}`);
  console.log(`most often let through at 60–99 letters: ${worst.join(', ')}`);
}

const detect = await loadDetector();
/** @type {typeof import('../../src/elements/message-composer/language-detector.js')} */
const { isOtherLanguage } = await load('./src/elements/message-composer/language-detector.ts');

if (flag('own')) {
  const halves = /** @type {('tunedOn' | 'heldBack')[]} */ (['tunedOn', 'heldBack']);
  await measureOwn(detect, isOtherLanguage, {
    halves: halves.slice(0, flag('tuned') ? 1 : 2),
    show: flag('show'),
  });
} else {
  const bench = new Bench({
    detect,
    isFlagged: isOtherLanguage,
    sentences: readSentences(option('data')),
    createRandom: () => createRandom(7),
    onMistake: (text) => flag('show') && console.log('   ', text, detect(text)),
  });
  for (const { name, limit, measure } of BARS) {
    const share = measure(bench);
    const verdict =
      limit === undefined ? '' : `≤ ${percent(limit)}${share > limit ? '  MISSED' : ''}`;
    console.log(`${name.padEnd(62)} ${percent(share)}   ${verdict}`);
  }
  console.log(`one verdict on 200 characters: ${measureTime(bench).toFixed(3)} ms`);
  console.log(await describeSize());
  if (flag('languages')) printLanguages(bench);
}
