// Makes the training texts: with the length and the errors of texts that people write to an agency.
import fs from 'node:fs';
import path from 'node:path';
import { withoutMarks, withTypingErrors, withWords } from './perturb.js';
import { classOf } from './languages.js';
import { NAMES } from './names.js';

/** @typedef {import('./corpus.js').Corpus} Corpus */
/** @typedef {import('./random.js').Random} Random */

const SHORTEST = 10;
const LONGEST = 240;

/** @param {string} folder */
export function readNames(folder) {
  const file = path.join(folder, 'names.json');
  const collected = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  /** @type {string[][]} */
  const lists = [NAMES, NAMES, NAMES, NAMES, NAMES, NAMES, ...Object.values(collected)];
  return lists;
}

/**
 * @param {Corpus} corpus
 * @param {string[][]} nameLists
 * @param {Random} random
 */
export function createSampler(corpus, nameLists, random) {
  const length = () => SHORTEST * Math.exp(random.next() * Math.log(LONGEST / SHORTEST));

  /** @returns {[string, number]} */
  function plain() {
    const kind = random.next();
    if (kind < 0.29) return [corpus.draw('sv', length(), random), classOf('sv')];
    if (kind < 0.56) return [corpus.draw('en', length(), random), classOf('en')];
    if (kind < 0.6) {
      const [swedish, english] = [
        corpus.draw('sv', length(), random),
        corpus.draw('en', length(), random),
      ];
      const mixed = random.chance(0.5) ? `${swedish} ${english}` : `${english} ${swedish}`;
      return [mixed, classOf(swedish.length >= english.length ? 'sv' : 'en')];
    }
    const language = corpus.otherLanguage(random);
    return [corpus.draw(language, length(), random), classOf(language)];
  }

  function names() {
    return Array.from({ length: 1 + random.below(4) }, () => {
      const name = random.pick(random.pick(nameLists));
      return random.chance(0.6) ? name.toLowerCase() : name;
    });
  }

  /** @returns {[text: string, label: number]} */
  return () => {
    const [drawn, label] = plain();
    let text = drawn;
    if (random.chance(label === 0 ? 0.25 : 0.06)) text = withoutMarks(text);
    if (random.chance(0.15)) text = withTypingErrors(text, 0.03 + random.next() * 0.08, random);
    if (random.chance(0.16)) text = withWords(text, names(), random);
    return [text, label];
  };
}
