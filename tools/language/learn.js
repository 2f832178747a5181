// Multinomial logistic regression over hashed features, trained by AdaGrad.

/** Evidence grows with the square root of the number of features: neighbouring pieces overlap. */
export const DAMPING = 0.5;

const MOST_FEATURES = 8000;

/** @typedef {import('./bundle.js').Reader} Reader */

export class Learner {
  /** @param {Reader} reader @param {number} classes */
  constructor(reader, classes) {
    this.reader = reader;
    this.size = 1 << reader.FEATURE_BITS;
    this.classes = classes;
    const tables = () => Array.from({ length: classes - 1 }, () => new Float32Array(this.size));
    /** The last class has no weights: its score is always 0. */
    this.weights = tables();
    this.bias = new Float64Array(classes - 1);
    /** The frequency of each feature, weighted with its influence on a score. */
    this.frequency = new Float32Array(this.size);
    /** @type {Uint8Array | undefined} features that may have a weight */
    this.kept = undefined;
    this.features = new Int32Array(MOST_FEATURES);
    this.count = 0;
    this.scores = new Float64Array(classes);
    this.#squares = tables();
    this.#biasSquares = new Float64Array(classes - 1);
  }

  #squares;
  #biasSquares;

  /** @param {string} text */
  read(text) {
    this.count = 0;
    const visit = (/** @type {number} */ feature) => {
      if (this.count < MOST_FEATURES) this.features[this.count++] = feature;
    };
    for (const word of this.reader.extractWords(text).words) this.reader.visitFeatures(word, visit);
    return this.count;
  }

  /** The probability of each class for the last text. */
  predict() {
    const { scores, count, features } = this;
    const scale = count ** -DAMPING;
    let highest = 0;
    for (let k = 0; k < this.classes - 1; k++) {
      const table = /** @type {Float32Array} */ (this.weights[k]);
      let sum = 0;
      for (let i = 0; i < count; i++) sum += table[features[i]];
      scores[k] = sum * scale + this.bias[k];
      highest = Math.max(highest, scores[k]);
    }
    scores[this.classes - 1] = 0;
    let total = 0;
    for (let k = 0; k < this.classes; k++) total += scores[k] = Math.exp(scores[k] - highest);
    for (let k = 0; k < this.classes; k++) scores[k] /= total;
    return scores;
  }

  /** @param {number} label @param {number} rate @param {number} decay */
  #learn(label, rate, decay) {
    const { scores, count, features, kept } = this;
    const scale = count ** -DAMPING;
    for (let k = 0; k < this.classes - 1; k++) {
      const error = scores[k] - (k === label ? 1 : 0);
      this.#biasSquares[k] += error * error;
      this.bias[k] -= (0.05 * error) / Math.sqrt(this.#biasSquares[k] + 1);
      if (Math.abs(error) < 1e-4) continue;
      const table = /** @type {Float32Array} */ (this.weights[k]);
      const squares = /** @type {Float32Array} */ (this.#squares[k]);
      for (let i = 0; i < count; i++) {
        const feature = features[i];
        if (kept && !kept[feature]) continue;
        const slope = error * scale + decay * table[feature];
        squares[feature] += slope * slope;
        table[feature] -= (rate * slope) / Math.sqrt(squares[feature] + 1e-3);
      }
    }
  }

  /**
   * @param {() => [text: string, label: number]} sample
   * @param {{ steps: number, rate: number, decay: number, report: (line: string) => void }} options
   */
  train(sample, { steps, rate, decay, report }) {
    let loss = 0;
    for (let step = 1; step <= steps; step++) {
      const [text, label] = sample();
      if (this.read(text) < 8) continue;
      loss -= Math.log(Math.max(1e-9, this.predict()[label]));
      this.#learn(label, rate * (1 - (0.9 * step) / steps), decay);
      if (step % 10 === 0) {
        for (let i = 0; i < this.count; i++) this.frequency[this.features[i]] += 1 / this.count;
      }
      if (step % 200000 === 0) {
        report(`${step} texts, loss ${(loss / 200000).toFixed(5)}`);
        loss = 0;
      }
    }
  }

  /**
   * Keeps the features with the most influence on the scores and removes the others.
   * @param {number} count
   */
  prune(count) {
    const importance = new Float64Array(this.size);
    for (let i = 0; i < this.size; i++) {
      const strength = this.weights.reduce((sum, table) => sum + table[i] ** 2, 0);
      importance[i] = strength * this.frequency[i];
    }
    const order = [...importance.keys()].sort((a, b) => importance[b] - importance[a] || a - b);
    this.kept = new Uint8Array(this.size);
    for (const feature of order.slice(0, count)) this.kept[feature] = 1;
    for (const table of this.weights) {
      for (let i = 0; i < this.size; i++) if (!this.kept[i]) table[i] = 0;
    }
    for (const squares of this.#squares) squares.fill(0.05);
  }
}
