import { expect } from '@open-wc/testing';
import { isOtherLanguage } from '../../../../src/elements/message-composer/language/verdict.js';
import { detectLanguage } from '../../../../src/language.js';
import { english } from '../../../support/messages/english.js';
import { heldBack, tunedOn, type Message } from '../../../support/messages/message.js';
import { other } from '../../../support/messages/other.js';
import { swedish } from '../../../support/messages/swedish.js';

const isStopped = ({ text }: Message) => isOtherLanguage(detectLanguage(text));
const texts = (messages: readonly Message[]) => messages.map(({ text }) => text);
const letters = ({ text }: Message) => text.match(/\p{L}/gu)?.length ?? 0;
const isNorwegianOrDanish = ({ kind }: Message) => /^(?:nb|nn|da)$/.test(kind);

for (const [half, select] of Object.entries({ 'tuned on': tunedOn, 'held back': heldBack })) {
  describe(`messages to the agency that the gate was ${half}`, () => {
    for (const [name, list] of Object.entries({ Swedish: swedish, English: english })) {
      for (const kind of new Set(list.map((message) => message.kind))) {
        it(`lets ${name} pass: ${kind}`, () => {
          const wrong = select(list).filter(
            (message) => message.kind === kind && isStopped(message),
          );
          expect(texts(wrong)).to.deep.equal([]);
        });
      }
    }

    it('stops 60 letters and more of any other language', () => {
      const long = select(other).filter((m) => letters(m) >= 60 && !isNorwegianOrDanish(m));
      expect(texts(long.filter((message) => !isStopped(message)))).to.deep.equal([]);
    });

    it('stops most of 60 letters and more in Norwegian and Danish', () => {
      const long = select(other).filter((m) => letters(m) >= 60 && isNorwegianOrDanish(m));
      const passed = long.filter((message) => !isStopped(message));
      expect(passed.length).to.be.at.most(long.length * 0.1);
    });
  });
}

describe('the messages themselves', () => {
  it('are at least 150 in Swedish, in English and in other languages', () => {
    for (const list of [swedish, english, other]) expect(list.length).to.be.at.least(150);
  });

  it('are in 25 other languages or more', () => {
    expect(new Set(other.map(({ kind }) => kind)).size).to.be.at.least(25);
  });

  it('are all different', () => {
    const all = texts([...swedish, ...english, ...other]);
    expect(new Set(all).size).to.equal(all.length);
  });
});
