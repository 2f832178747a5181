import { plainCharacters } from '../plain-characters.js';

/** Lines in which a person quotes somebody else's message. */
const QUOTED_LINE = /^[ \t]*>.*$/gm;

/** Case numbers, dates and sums, e-mail and web addresses: they say nothing about the language. */
const NOT_LANGUAGE = /[\d@]|:\/\/|^\W*www\.|\.(?:se|com|org|net|eu|gov|pdf|docx?|jpe?g)\b/i;

/**
 * What stands between spaces. Letters without a capital form are kept whatever stands beside them:
 * Chinese, Japanese and Thai put no spaces between words and numbers.
 */
const TOKEN = /[^\s\p{Lo}]+/gu;

/** The part of a message that its writer put in a language of their own choice. */
export function ownText(message: string): string {
  return plainCharacters(message)
    .replace(QUOTED_LINE, '')
    .replace(TOKEN, (token) => (NOT_LANGUAGE.test(token) ? ' ' : token));
}
