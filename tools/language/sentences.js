// Splits text into sentences and keeps prose, not labels, code or lists.

const SHORTEST = 15;
const LONGEST = 400;

/** Placeholders, paths, options, markup and other text that people do not write to an agency. */
const MACHINE = /[%${}<>=\\|~^*`\u0000\ufffd]|:\/\/|\/\w+\/|(?:^|\s)--?\w|\w\(\)|\w_\w|@|&\w+;/;

/** Scripts without spaces between words. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/u;

/** @param {string} text */
function isProse(text) {
  if (text.length < SHORTEST || text.length > LONGEST || MACHINE.test(text)) return false;
  const letters = (text.match(/[\p{L}\p{M}]/gu) ?? []).length;
  if (letters < text.replace(/\s/g, '').length * 0.8) return false;
  const words = text.split(/\s+/).length;
  return words >= 3 || UNSPACED.test(text);
}

/**
 * @param {string} text
 * @returns {string[]}
 */
export function sentences(text) {
  return text
    .normalize('NFC')
    .replace(/(^|\s)[_&](?=\p{L})|(?<=\p{L})[_&](?=\p{L})/gu, '$1')
    .replace(/\s+/g, ' ')
    .split(/(?<=[.!?…。؟।])\s+(?=[^\s\p{Ll}])/u)
    .map((sentence) => sentence.trim())
    .filter(isProse);
}

/** The most frequent words of English, which are less frequent in other languages. */
const ENGLISH =
  /\b(?:the|of|and|to|is|are|be|you|your|with|for|from|this|that|will|can|it|not|by|when|have|has|which)\b/gi;

/**
 * Translations contain sentences that have not been translated yet.
 * @param {string} sentence
 */
export function looksEnglish(sentence) {
  return (sentence.match(ENGLISH)?.length ?? 0) > sentence.split(/\s+/).length * 0.12;
}

/**
 * The reverse: a longer sentence of English has some of its commonest words.
 * @param {string} sentence
 */
export function cannotBeEnglish(sentence) {
  return sentence.split(/\s+/).length > 5 && !sentence.match(ENGLISH);
}
