// Reads the sentences to learn from and draws from them.
import fs from 'node:fs';
import path from 'node:path';
import { classOf, frequency } from './languages.js';
import { latinShare } from './letters.js';
import { readLines } from './lines.js';
import { lottery } from './random.js';

/** @typedef {import('./random.js').Random} Random */

/** Minimum share of Latin letters in a sentence: with less, its words do not identify a language. */
const LATIN_ENOUGH = 0.6;

/** Minimum number of sentences for learning a language. */
const FEWEST = 30;

/** Prose has more weight than texts of buttons and error messages. */
const PROSE = /widelands|warzone|ufoai|wesnoth|debian-edu|freeciv|lordsawar|gcompris|kmymoney/;

export class Corpus {
  /** @type {Map<string, Map<string, string[]>>} language, source, sentences */
  #languages = new Map();
  /** @type {Map<string, (random: Random) => string[]>} */
  #sources = new Map();
  /** @type {(random: Random) => string} */
  #otherLanguage;
  /** Sentences with a wrong language label. */
  #misplaced = new Set();

  /** @param {string} folder */
  constructor(folder) {
    for (const file of ['train.jsonl', 'prose.jsonl']) {
      if (!fs.existsSync(path.join(folder, file))) continue;
      for (const { text, lang, source } of readLines(path.join(folder, file))) {
        if (latinShare(text) >= LATIN_ENOUGH) this.#sentences(lang, source).push(text);
      }
    }
    /** @type {[string, number][]} */
    const others = [];
    for (const [language, sources] of this.#languages) {
      const lists = [...sources];
      if (lists.reduce((sum, [, list]) => sum + list.length, 0) < FEWEST) continue;
      this.#sources.set(
        language,
        lottery(
          lists.map(([name, list]) => [list, Math.sqrt(list.length) * (PROSE.test(name) ? 2 : 1)]),
        ),
      );
      if (classOf(language) >= 2) others.push([language, frequency(language)]);
    }
    this.#otherLanguage = lottery(others);
  }

  /** @param {string} language @param {string} source */
  #sentences(language, source) {
    const sources = this.#languages.get(language) ?? new Map();
    this.#languages.set(language, sources);
    if (!sources.has(source)) sources.set(source, []);
    return /** @type {string[]} */ (sources.get(source));
  }

  /** @returns {Generator<[string, string]>} language and sentence */
  *all() {
    for (const [language, sources] of this.#languages)
      for (const list of sources.values()) for (const text of list) yield [language, text];
  }

  /** @param {(language: string, text: string) => boolean} isMisplaced */
  leaveOut(isMisplaced) {
    for (const [language, text] of this.all()) {
      if (isMisplaced(language, text)) this.#misplaced.add(text);
    }
    return this.#misplaced.size;
  }

  /** @param {Random} random */
  otherLanguage(random) {
    return this.#otherLanguage(random);
  }

  /**
   * Sentences of one language, joined and cut to about the requested length.
   * @param {string} language @param {number} length @param {Random} random
   */
  draw(language, length, random) {
    const source = this.#sources.get(language);
    if (!source) throw new Error(`No sentences in ${language}.`);
    let text = '';
    for (let tries = 0; text.length < length && tries < 12; tries++) {
      const sentence = random.pick(source(random));
      if (!this.#misplaced.has(sentence)) text += (text ? ' ' : '') + sentence;
    }
    return text.length > length ? cut(text, length, random) : text;
  }
}

/** @param {string} text @param {number} length @param {Random} random */
function cut(text, length, random) {
  const words = text.split(/\s+/);
  let at = random.chance(0.5) ? 0 : random.below(words.length / 2);
  let part = '';
  while (at < words.length && part.length < length) part += (part ? ' ' : '') + words[at++];
  return part;
}
