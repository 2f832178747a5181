/** The classifier knows a feature by a number of this many bits. */
export const FEATURE_BITS = 15;

const MASK = (1 << FEATURE_BITS) - 1;
const LONGEST_PIECE = 4;
const SHORTEST_WORD = 3;
const SPACE = 32;
const PIECE_SEED = 0x811c9dc5;
const WORD_SEED = 0x1234567;

function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 16777619);
}

function bucket(hash: number): number {
  return (hash ^ (hash >>> 15)) & MASK;
}

/**
 * Visits every feature of a word: its pieces of one to four characters, where a space marks both
 * ends of the word, and the word as a whole. Features are hashed (FNV-1a), so no word list ships.
 */
export function visitFeatures(word: string, visit: (feature: number) => void): void {
  const padded = ` ${word} `;
  const length = padded.length;
  let whole = WORD_SEED;
  for (let start = 0; start < length; start++) {
    whole = mix(whole, padded.charCodeAt(start));
    let piece = PIECE_SEED;
    for (let at = start; at < length && at < start + LONGEST_PIECE; at++) {
      piece = mix(piece, padded.charCodeAt(at));
      const onlySpace = at === start && padded.charCodeAt(at) === SPACE;
      if (!onlySpace) visit(bucket(piece));
    }
  }
  if (word.length >= SHORTEST_WORD) visit(bucket(whole));
}
