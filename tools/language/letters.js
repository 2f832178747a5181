/** @param {string} text */
export function countLetters(text) {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/**
 * The share of a text's letters that are Latin.
 * @param {string} text
 */
export function latinShare(text) {
  const letters = countLetters(text);
  return letters ? (text.match(/\p{sc=Latin}/gu)?.length ?? 0) / letters : 1;
}
