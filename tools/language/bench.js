// Measures the share of texts that a detector flags, on texts from sentences that it was not trained with.
import { excerpts } from './excerpts.js';

/** @typedef {import('./random.js').Random} Random */
/** @typedef {import('../../src/elements/message-composer/language-detector.js').LanguageResult} LanguageResult */
/** @typedef {{ from: number, to: number }} Letters */
/** @typedef {(text: string, random: Random) => string} Disturb */

const TEXTS_IN_SWEDISH_OR_ENGLISH = 6000;
const TEXTS_TO_TYPE = 1500;
const TEXTS_IN_OTHERS = 400;
const TEXTS_IN_NEIGHBOURS = 2000;
const FEWEST_TEXTS = 100;

export const NEIGHBOURS = ['nb', 'nn', 'da'];

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

export class Bench {
  /**
   * @param {object} parts
   * @param {(text: string) => LanguageResult} parts.detect
   * @param {(result: LanguageResult) => boolean} parts.isFlagged
   * @param {Map<string, string[]>} parts.sentences by language
   * @param {() => Random} parts.createRandom with the same seed for each measure
   * @param {(text: string) => void} [parts.onMistake]
   */
  constructor({ detect, isFlagged, sentences, createRandom, onMistake = () => {} }) {
    this.detect = detect;
    this.isFlagged = isFlagged;
    this.sentences = sentences;
    this.createRandom = createRandom;
    this.onMistake = onMistake;
  }

  /** Languages other than Swedish, English and Swedish's neighbours. */
  get others() {
    const apart = ['sv', 'en', ...NEIGHBOURS];
    return [...this.sentences.keys()].filter((language) => !apart.includes(language)).sort();
  }

  /** @param {string} language @param {Letters} letters @param {number} count */
  texts(language, letters, count) {
    const sentences = this.sentences.get(language);
    return sentences ? excerpts(sentences, letters, count, this.createRandom()) : [];
  }

  /** @param {string} text */
  flags(text) {
    return this.isFlagged(this.detect(text));
  }

  /** @param {string[]} texts @param {(text: string) => boolean} isMistaken */
  #mistakes(texts, isMistaken) {
    const mistakes = texts.filter(isMistaken);
    mistakes.forEach(this.onMistake);
    return mistakes.length / texts.length;
  }

  /**
   * The share of texts in one language that are flagged.
   * @param {string} language @param {Letters} letters @param {Disturb} [disturb]
   */
  flaggedShare(language, letters, disturb = (text) => text) {
    const random = this.createRandom();
    const texts = this.texts(language, letters, TEXTS_IN_SWEDISH_OR_ENGLISH);
    return this.#mistakes(
      texts.map((text) => disturb(text, random)),
      (text) => this.flags(text),
    );
  }

  /**
   * The share of texts that pass, with the same weight for each language.
   * @param {string[]} languages @param {Letters} letters @param {Disturb} [disturb]
   */
  passedShare(languages, letters, disturb = (text) => text) {
    const random = this.createRandom();
    const count = languages === NEIGHBOURS ? TEXTS_IN_NEIGHBOURS : TEXTS_IN_OTHERS;
    const shares = languages.flatMap((language) => {
      const texts = this.texts(language, letters, count).map((text) => disturb(text, random));
      return texts.length < FEWEST_TEXTS ? [] : [this.#mistakes(texts, (t) => !this.flags(t))];
    });
    return mean(shares);
  }

  /**
   * The share of texts that are flagged at any length while they are typed, from 40 letters on.
   * @param {string} language @param {Letters} letters
   */
  hintedShare(language, letters) {
    return this.#mistakes(this.texts(language, letters, TEXTS_TO_TYPE), (text) =>
      Array.from(text, (_, end) => this.detect(text.slice(0, end + 1))).some(
        (result) => result.letters >= 40 && this.isFlagged(result),
      ),
    );
  }
}
