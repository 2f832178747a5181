import { ownText } from './message-text.js';
import { words } from './words.js';

/** What a message offers for telling its language. */
export interface ExtractedWords {
  /** The words to judge by, in lower case, without names. */
  readonly words: readonly string[];
  /** Letters in those words. */
  readonly plainLetters: number;
  /** Latin letters, those of names among them. */
  readonly latinLetters: number;
  /** Letters of all scripts. */
  readonly letters: number;
}

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** Reads a message for what its writer put in words, leaving quotes, addresses and numbers out. */
export function extractWords(message: string): ExtractedWords {
  const text = ownText(message);
  const plain = words(text).flatMap((word) => (word.name ? [] : [word.text]));
  return {
    words: plain,
    plainLetters: countLetters(plain.join('')),
    latinLetters: text.match(/(?=\p{sc=Latin})\p{L}/gu)?.length ?? 0,
    letters: countLetters(text),
  };
}
