/** What an editor may have meant: for error messages. */

/** The longest suggested name, in characters. */
const LONGEST = 32;

/** A text as a name of the flow language: a–z, 0–9 and hyphens. '' if nothing of it can stand in a name. */
export function toName(text: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
  const name = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return name.length > LONGEST ? name.slice(0, LONGEST).replace(/-[^-]*$/, '') : name;
}

/** The name of a fact begins with a letter: `8-years` becomes `years-8`. '' if nothing of the text can stand in a name. */
export function toFactName(text: string): string {
  const [, digits = '', rest = ''] = /^([\d-]*)(.*)$/.exec(toName(text)) ?? [];
  const number = digits.replace(/^-+|-+$/g, '');
  if (!number) return rest;
  return `${rest || 'number'}-${number}`;
}

/** The name that is most like a word, or '' if none is: at most a third of its letters differ. */
export function nearest(word: string, names: Iterable<string>): string {
  let [best, least] = ['', Math.max(1, Math.floor(word.length / 3)) + 1];
  for (const name of names) {
    if (Math.abs(name.length - word.length) >= least) continue;
    const distance = distanceBetween(word, name);
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

/** How many letters must be added, removed, replaced, or swapped with the next one (Damerau–Levenshtein, restricted). */
function distanceBetween(one: string, other: string): number {
  let [beforeLast, last]: [number[], number[]] = [
    [],
    Array.from({ length: other.length + 1 }, (_, index) => index),
  ];
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped =
        row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      now[column] = Math.min(
        (now[column - 1] ?? 0) + 1,
        (last[column] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, now];
  }
  return last[other.length] ?? 0;
}
