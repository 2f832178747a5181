import type { LanguageResult } from '../../language-detector.js';
import { classify } from './classifier.js';
import { extractWords } from './extract-words.js';

/** Fewer letters allow no verdict. */
const FEWEST_LETTERS = 20;
/** Nor do fewer letters beside names. */
const FEWEST_PLAIN_LETTERS = 12;
/** Another script shows at once. */
const FEWEST_FOREIGN_LETTERS = 4;
/** A sentence in Latin letters is judged for itself, whatever stands beside it. */
const SENTENCE_LETTERS = 40;

const withSwedishLetters = (word: string): string => word.replace(/æ/g, 'ä').replace(/ø/g, 'ö');

/**
 * Tells whether a text is in Swedish, in English, or in another language.
 *
 * It rests on the pieces of the words (logistic regression over hashed character n-grams, learnt
 * from translations and handbooks), and on the script where that is not Latin. It asks neither the
 * browser nor a server, always answers the same, and does not name other languages. The first call
 * takes about three milliseconds to unpack the weights, a later one a fraction of a millisecond. How often
 * it errs is written down in tools/language/README.md.
 *
 * @example
 * const { language, confidence } = detectLanguage('Hej, när får jag svar på min ansökan?');
 */
export function detectLanguage(text: string): LanguageResult {
  const { words, letters, latinLetters, plainLetters } = extractWords(text);
  if (latinLetters < letters / 2 && plainLetters < SENTENCE_LETTERS) {
    return letters < FEWEST_FOREIGN_LETTERS
      ? { language: 'unknown', confidence: 0, letters }
      : { language: 'other', confidence: 1, letters };
  }
  // Small capitals as phone keyboards offer them, which no language is written in.
  const isStyled = /[ᴀ-ᴢ]/.test(text);
  if (isStyled || letters < FEWEST_LETTERS || plainLetters < FEWEST_PLAIN_LETTERS) {
    return { language: 'unknown', confidence: 0, letters };
  }
  // Names say nothing: the more of a text they are, the less the other words prove.
  const judge = (given: readonly string[]) => classify(given, plainLetters / latinLetters);
  let { sv, en, other } = judge(words);
  // Swedish on a Norwegian or Danish keyboard.
  if (other > 0.5) ({ sv, en, other } = judge(words.map(withSwedishLetters)));
  if (other > 0.5) return { language: 'other', confidence: other, letters };
  return { language: sv >= en ? 'sv' : 'en', confidence: sv + en, letters };
}
