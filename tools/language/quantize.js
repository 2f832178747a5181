// node tools/language/quantize.js --model model.json
//
// Rounds the weights to a few sizes, writes them as text into the one generated file, and prints
// the number of bytes that a page loads for the gate.
import fs from 'node:fs';
import path from 'node:path';
import { load } from './bundle.js';
import { CLASSES } from './languages.js';
import { option } from './options.js';
import { describeSize } from './size.js';

const GENERATED = 'src/elements/message-composer/language-gate/detector/generated/model.ts';

/** Larger weights are too few to affect the choice of the sizes. */
const LARGEST_QUANTILE = 0.995;

/**
 * How far the scores of Swedish and English are lowered. The classifier is trained with perturbed and
 * very short texts, and so passes more than necessary; this value was measured to be safe.
 */
const LEAN = { swedish: 0.7, english: 1.5 };

if (!fs.existsSync(GENERATED)) {
  fs.mkdirSync(path.dirname(GENERATED), { recursive: true });
  fs.writeFileSync(GENERATED, 'export const [FEATURES, WEIGHTS, LARGEST_WEIGHT] = ["", [], 1];');
}

/** @type {typeof import('../../src/elements/message-composer/language-gate/detector/weights.js')} */
const { ALPHABET, LONG_GAP, SIZES, weightSizes } = await load(
  './src/elements/message-composer/language-gate/detector/weights.ts',
);
/** @type {{ bias: number[], features: number[], weights: number[][] }} */
const model = JSON.parse(fs.readFileSync(option('model'), 'utf8'));

const sizes = model.weights
  .flat()
  .map(Math.abs)
  .sort((a, b) => a - b);
const largest = Number((sizes[Math.floor(sizes.length * LARGEST_QUANTILE)] ?? 1).toFixed(3));
const levels = [...weightSizes(largest)];
const zero = levels.indexOf(0);

/** @param {number} weight */
function placeOfNearestLevel(weight) {
  let best = 0;
  levels.forEach((level, place) => {
    if (Math.abs(level - weight) < Math.abs((levels[best] ?? 0) - weight)) best = place;
  });
  return best;
}

/**
 * A feature with only the smallest weight, for English, is not worth its bytes:
 * English is easy to detect.
 * @param {number[]} places
 */
function saysTooLittle(places) {
  return places.every((place, table) =>
    CLASSES[table] === 'en' ? Math.abs(place - zero) < 2 : place === zero,
  );
}

let features = '';
const weights = ['', ''];
let next = 0;
model.features.forEach((feature, i) => {
  const places = model.weights.map((table) => placeOfNearestLevel(table[i] ?? 0));
  if (saysTooLittle(places)) return;
  let gap = feature - next;
  next = feature + 1;
  for (; gap >= LONG_GAP; gap -= LONG_GAP) features += ALPHABET[LONG_GAP];
  features += ALPHABET[gap];
  const [swedish = zero, english = zero, neighbour = zero, rest = zero] = places;
  weights[0] += ALPHABET[swedish * SIZES + english];
  weights[1] += ALPHABET[rest * SIZES + neighbour];
});

/**
 * In the order of the characters above. The rest has neither weights nor a bias; it comes before
 * the neighbours because adjacent characters compress better.
 */
const [swedishBias = 0, englishBias = 0, neighbourBias = 0] = model.bias;
const biases = [swedishBias - LEAN.swedish, englishBias - LEAN.english, 0, neighbourBias].map(
  (bias) => Number(bias.toFixed(3)),
);
fs.writeFileSync(
  GENERATED,
  `// Written by tools/language/quantize.js; tools/language/README.md says from what.
export const BIASES = [${biases.join(', ')}];
export const LARGEST_WEIGHT = ${largest};
export const FEATURES =
  '${features}';
export const WEIGHTS = [
${weights.map((characters) => `  '${characters}',`).join('\n')}
];
`,
);

console.log(`${weights[0]?.length} features; ${await describeSize()}`);
