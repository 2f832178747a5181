import { FEATURE_BITS } from './features.js';
import { FEATURES, LARGEST_WEIGHT, WEIGHTS } from './generated/model.js';

/** Weights come in this many sizes on either side of zero, finer near zero. */
const LEVELS = 3;
const CURVE = 1.5;
export const SIZES = 2 * LEVELS + 1;

/** One character each: the printable ones that need no escape in a JavaScript string. */
export const ALPHABET = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .join('')
  .replace(/["'`$\\]/g, '');

/** The last character says: that many features without a weight, and more to come. */
export const LONG_GAP = ALPHABET.length - 1;

/** The sizes, in their order; the middle one is 0. */
export function weightSizes(largest: number): Float32Array {
  return Float32Array.from({ length: SIZES }, (_, place) => {
    const level = place - LEVELS;
    return Math.sign(level) * (Math.abs(level) / LEVELS) ** CURVE * largest;
  });
}

/** The weights of all features, still as characters: a page waits less for them that way. */
export interface Weights {
  /** For each two classes the code of a feature's character, at its number; 0 without a weight. */
  readonly codes: readonly Uint8Array[];
  /** What a character's code stands for: the weight for the first class of the two. */
  readonly first: Float32Array;
  /** The same for the second. */
  readonly second: Float32Array;
}

/** Reads which features have weights, and lays their characters in tables. */
function placeCharacters(): Uint8Array[] {
  const gaps = new Uint8Array(128);
  for (let place = 0; place <= LONG_GAP; place++) gaps[ALPHABET.charCodeAt(place)] = place;
  const codes = WEIGHTS.map(() => new Uint8Array(1 << FEATURE_BITS));
  let feature = -1;
  let next = 0;
  for (let at = 0; at < FEATURES.length; at++) {
    const gap = gaps[FEATURES.charCodeAt(at)] ?? 0;
    feature += gap;
    if (gap === LONG_GAP) continue;
    feature++;
    for (let pair = 0; pair < codes.length; pair++) {
      const table = codes[pair];
      if (table) table[feature] = WEIGHTS[pair]?.charCodeAt(next) ?? 0;
    }
    next++;
  }
  return codes;
}

/** Unpacks the weights: a character holds those of a feature for two classes. */
export function decodeWeights(): Weights {
  const sizes = weightSizes(LARGEST_WEIGHT);
  const first = new Float32Array(128);
  const second = new Float32Array(128);
  for (let pair = 0; pair < SIZES * SIZES; pair++) {
    const code = ALPHABET.charCodeAt(pair);
    first[code] = sizes[Math.floor(pair / SIZES)] ?? 0;
    second[code] = sizes[pair % SIZES] ?? 0;
  }
  return { codes: placeCharacters(), first, second };
}
