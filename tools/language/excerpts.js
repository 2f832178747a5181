// Cuts texts of a given length out of sentences.

import { countLetters } from './letters.js';

/** @typedef {import('./random.js').Random} Random */

/**
 * Words from the start of a random sentence on, until the text has about the requested number of letters.
 * @param {readonly string[]} sentences
 * @param {{ from: number, to: number }} letters
 * @param {Random} random
 * @returns {string | undefined} undefined if the sentences are too short or too long
 */
export function excerpt(sentences, { from, to }, random) {
  const wanted = from + random.below(to - from + 1);
  const words = [];
  let count = 0;
  for (let tries = 0; count < from && tries < 40; tries++) {
    for (const word of random.pick(sentences).split(' ')) {
      const letters = countLetters(word);
      if (count >= from && count + letters > wanted) break;
      words.push(word);
      count += letters;
    }
  }
  return count >= from && count <= to ? words.join(' ') : undefined;
}

/**
 * @param {readonly string[]} sentences
 * @param {{ from: number, to: number }} letters
 * @param {number} wanted how many texts
 * @param {Random} random
 */
export function excerpts(sentences, letters, wanted, random) {
  const found = [];
  for (let tries = 0; found.length < wanted && tries < wanted * 5; tries++) {
    const text = excerpt(sentences, letters, random);
    if (text) found.push(text);
  }
  return found;
}
