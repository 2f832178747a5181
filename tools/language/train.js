// node tools/language/train.js --data <folder> [--model model.json] [--features 6500] [--steps 2400000]
//
// Learns the weights, deterministically: first with every feature, then again with the best ones.
import fs from 'node:fs';
import path from 'node:path';
import { loadReader } from './bundle.js';
import { Corpus } from './corpus.js';
import { classOf, CLASSES } from './languages.js';
import { DAMPING, Learner } from './learn.js';
import { option } from './options.js';
import { createRandom } from './random.js';
import { createSampler, readNames } from './samples.js';

const data = option('data');
const steps = Number(option('steps', '2400000'));
const started = Date.now();
const report = (/** @type {string} */ line) =>
  console.log(`${Math.round((Date.now() - started) / 1000)} s: ${line}`);

const corpus = new Corpus(data);
const random = createRandom(Number(option('seed', '42')));
const sample = createSampler(corpus, readNames(data), random);
const learner = new Learner(await loadReader(), CLASSES.length);

learner.train(sample, { steps, rate: 0.3, decay: 2e-6, report });

/** Translations contain untranslated English, and the reverse. */
const misplaced = corpus.leaveOut((language, text) => {
  if (learner.read(text) < 20) return false;
  const [swedish = 0, english = 0] = learner.predict();
  if (language === 'sv') return english > 0.97;
  if (language === 'en') return english < 0.1;
  return english > 0.97 || (swedish > 0.99 && CLASSES[classOf(language)] === 'other');
});
report(`${misplaced} sentences left out as misplaced`);

learner.prune(Number(option('features', '6500')));
learner.train(sample, { steps, rate: 0.2, decay: 1e-6, report });

const kept = [...learner.weights[0].keys()].filter((i) => learner.kept?.[i]);
const model = {
  damping: DAMPING,
  bias: [...learner.bias],
  features: kept,
  weights: learner.weights.map((table) => kept.map((i) => Number(table[i].toFixed(4)))),
};
const file = option('model', path.join(data, 'model.json'));
fs.writeFileSync(file, JSON.stringify(model));
report(`${kept.length} features in ${file}`);
