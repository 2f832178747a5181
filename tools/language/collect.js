// node tools/language/collect.js --packages <folder with .deb files> --data <folder>
//
// Takes sentences out of Debian packages: prose.jsonl (for training), held-out.jsonl (packages
// that training never sees, for measuring) and names.json (for disturbing the training text).
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { latinShare } from './letters.js';
import { option } from './options.js';
import { paragraphs } from './paragraphs.js';
import { readNames } from './person-names.js';
import { cannotBeEnglish, looksEnglish, sentences } from './sentences.js';

/** Packages used only for measuring: another kind of text, by other authors. */
const HELD_OUT =
  /^(?:debian-handbook|gnome-user-docs|cfi-sv|fortunes|sympa|fillets-ng|installation)/;

/** Languages that are hard to distinguish get more sentences. */
const CLOSE = new Set(['sv', 'en', 'nb', 'nn', 'da', 'nl', 'de', 'fr']);

/** Languages that are not written in Latin letters; Serbian and a few more are written in both. */
const OTHER_SCRIPT =
  /^(?:am|ar|as|be|bg|bn|bo|ckb|dz|el|fa|gu|he|hi|hy|ja|ka|kk|km|kn|ko|ks|ky|mai|mk|ml|mn|mr|my|ne|or|pa|ps|ru|sd|si|ta|te|tg|th|ti|tt|ug|uk|ur|yi|zh)$/;

/** @typedef {import('./lines.js').Line} Line */

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/**
 * All sentences of a package by language.
 * @param {string} folder @param {string} name
 */
function gather(folder, name) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const file of filesBelow(folder)) {
    for (const [language, paragraph] of paragraphs(file, name)) {
      if (!language) continue;
      const set = found.get(language) ?? new Set();
      found.set(language, set);
      for (const sentence of sentences(paragraph)) set.add(sentence);
    }
  }
  return found;
}

/**
 * Whether a sentence is in its declared language: if it is also in the English
 * original, or looks English, it was not translated.
 * @param {string} text @param {string} language @param {Set<string> | undefined} english
 */
function belongs(text, language, english) {
  if (language === 'en') return !cannotBeEnglish(text);
  if (english?.has(text) || looksEnglish(text)) return false;
  return language === 'sr' || latinShare(text) > 0.5 === !OTHER_SCRIPT.test(language);
}

/** An evenly spaced sample of a list, so that no package dominates. */
const thin = (/** @type {string[]} */ list, /** @type {number} */ room) => {
  const step = Math.max(1, list.length / room);
  return Array.from(
    { length: Math.floor(list.length / step) },
    (_, i) => list[Math.floor(i * step)],
  );
};

/** @param {string} folder @param {string} source @returns {Line[]} */
function collect(folder, source) {
  const found = gather(folder, source);
  return [...found].flatMap(([lang, set]) => {
    const list = [...set].filter((text) => belongs(text, lang, found.get('en')));
    return thin(list, CLOSE.has(lang) ? 3000 : 700).map((text = '') => ({ text, lang, source }));
  });
}

const data = option('data');
const packages = option('packages');
/** @type {Record<'prose' | 'held-out', Line[]>} */
const lines = { prose: [], 'held-out': [] };
for (const file of fs
  .readdirSync(packages)
  .filter((name) => name.endsWith('.deb'))
  .sort()) {
  const name = file.split('_')[0] ?? '';
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'collect-'));
  execFileSync('dpkg-deb', ['-R', path.join(packages, file), folder]);
  if (name === 'python3-fake-factory') {
    fs.writeFileSync(path.join(data, 'names.json'), JSON.stringify(readNames(folder), null, 1));
  } else {
    const found = collect(folder, name);
    lines[HELD_OUT.test(name) ? 'held-out' : 'prose'].push(...found);
    console.log(name, found.length);
  }
  fs.rmSync(folder, { recursive: true });
}
for (const [kind, list] of Object.entries(lines)) {
  const seen = new Set();
  const unique = list.filter(({ text }) => !seen.has(text) && seen.add(text));
  fs.writeFileSync(
    path.join(data, `${kind}.jsonl`),
    unique.map((l) => JSON.stringify(l) + '\n').join(''),
  );
}
