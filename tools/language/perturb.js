// Simulates how people type into a form: typing errors, keyboards without å ä ö, names.

/** @typedef {import('./random.js').Random} Random */

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

/** @param {string} text */
export function withoutMarks(text) {
  return text
    .replace(/[øö]/g, 'o')
    .replace(/[ØÖ]/g, 'O')
    .replace(/æ/g, 'ae')
    .replace(/Æ/g, 'AE')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** @param {string} text @param {number} share of the letters @param {Random} random */
export function withTypingErrors(text, share, random) {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] ?? '';
    if (!random.chance(share) || !/\p{L}/u.test(letter)) {
      result += letter;
      continue;
    }
    const slip = random.next();
    if (slip < 0.3) continue;
    if (slip < 0.6) result += (text[++i] ?? '') + letter;
    else if (slip < 0.8) result += letter + letter;
    else result += random.pick([...ALPHABET]);
  }
  return result;
}

/** @param {string} text @param {readonly string[]} insertions @param {Random} random */
export function withWords(text, insertions, random) {
  const words = text.split(' ');
  for (const insertion of insertions) words.splice(random.below(words.length + 1), 0, insertion);
  return words.join(' ');
}
