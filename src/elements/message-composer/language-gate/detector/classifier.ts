import { BIASES } from './generated/model.js';
import { visitFeatures } from './features.js';
import { decodeWeights, type Weights } from './weights.js';

/** How likely each answer is; they add up to 1. */
export interface Probabilities {
  readonly sv: number;
  readonly en: number;
  readonly other: number;
}

/** So much says all that more would say, and bounds the time of a verdict. */
const MOST_FEATURES = 6000;
const LONGEST_WORD = 50;

let weights: Weights | undefined;

function featuresOf(words: readonly string[]): number[] {
  const features: number[] = [];
  for (const word of words) {
    visitFeatures(word.slice(0, LONGEST_WORD), (feature) => features.push(feature));
    if (features.length > MOST_FEATURES) break;
  }
  return features;
}

/** The score of each class. */
function score(words: readonly string[], shareOfText: number): number[] {
  const { codes, first, second } = (weights ??= decodeWeights());
  const features = featuresOf(words);
  // Pieces of words overlap: evidence grows only with the square root of their number. What was
  // left out counts as pieces that say nothing.
  const scale = Math.sqrt(shareOfText / Math.max(1, features.length));
  const sums = codes.flatMap((table) => {
    let firstSum = 0;
    let secondSum = 0;
    for (const feature of features) {
      const code = table[feature] ?? 0;
      firstSum += first[code] ?? 0;
      secondSum += second[code] ?? 0;
    }
    return [firstSum, secondSum];
  });
  return sums.map((sum, place) => sum * scale + (BIASES[place] ?? 0));
}

/**
 * Weighs words by multinomial logistic regression over four classes: Swedish, English, Swedish's
 * close neighbours, and the rest. The neighbours have a class of their own only because telling
 * them from Swedish asks for other weights than telling Turkish from Swedish does.
 *
 * @param words - in lower case
 * @param shareOfText - how much of the text these words are; the rest was left out
 */
export function classify(words: readonly string[], shareOfText: number): Probabilities {
  const [sv = 0, en = 0, rest = 0, neighbour = 0] = score(words, shareOfText).map(Math.exp);
  const total = sv + en + neighbour + rest;
  return { sv: sv / total, en: en / total, other: (neighbour + rest) / total };
}
