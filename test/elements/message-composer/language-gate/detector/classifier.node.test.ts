import { expect } from '@open-wc/testing';
import { classify } from '../../../../../src/elements/message-composer/language-gate/detector/classifier.js';

const SWEDISH = 'jag undrar när jag kan få ett svar på min fråga'.split(' ');
const DANISH = 'jeg vil gerne vide hvornår jeg kan få et svar på mit spørgsmål'.split(' ');
const NORWEGIAN = 'jeg lurer på når jeg kan få et svar på spørsmålet mitt'.split(' ');
const ENGLISH = 'when can i get an answer to my question'.split(' ');

describe('weighing words', () => {
  it('gives probabilities that add up to 1', () => {
    for (const words of [SWEDISH, DANISH, ENGLISH, [], ['åäö']]) {
      const { sv, en, other } = classify(words, 1);
      expect(sv + en + other).to.be.closeTo(1, 1e-9);
    }
  });

  it('tells Norwegian and Danish from Swedish', () => {
    expect(classify(SWEDISH, 1).sv).to.be.above(0.9);
    expect(classify(DANISH, 1).other).to.be.above(0.9);
    expect(classify(NORWEGIAN, 1).other).to.be.above(0.9);
  });

  it('is less sure the more of the text was left out', () => {
    expect(classify(DANISH, 0.2).other).to.be.below(classify(DANISH, 1).other);
    expect(classify(ENGLISH, 0.2).en).to.be.below(classify(ENGLISH, 1).en);
  });

  it('bears a word of any length', () => {
    expect(classify(['å'.repeat(100_000)], 1).other).to.be.within(0, 1);
  });
});
