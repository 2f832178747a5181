import { expect } from '@open-wc/testing';
import { ownText } from '../../../../../src/elements/message-composer/language-gate/detector/message-text.js';

const wordsOf = (message: string) => ownText(message).split(/\s+/).filter(Boolean);

describe('the text that a writer chose the language of', () => {
  it('leaves out lines that quote another message', () => {
    const message = '> Vi har fått din fråga.\n  > Hälsningar\nThank you!';
    expect(wordsOf(message)).to.deep.equal(['Thank', 'you!']);
  });

  it('leaves out tokens with digits', () => {
    expect(wordsOf('Ärende 62-884215 från 3:e mars')).to.deep.equal(['Ärende', 'från', 'mars']);
  });

  it('leaves out web and e-mail addresses', () => {
    const message = 'Se https://example.org/sida, www.example.se, example.com och jag@example.net';
    expect(wordsOf(message)).to.deep.equal(['Se', 'och']);
  });

  it('keeps words that run together around a full stop', () => {
    expect(wordsOf('Tack.Hej då')).to.deep.equal(['Tack.Hej', 'då']);
  });

  it('keeps words beside a number where a script puts no spaces', () => {
    expect(wordsOf('我等了15个月')).to.deep.equal(['我等了', '个月']);
  });

  it('reads letters with separate marks like composed ones', () => {
    expect(ownText('A\u030angstro\u0308m')).to.equal('Ångström');
  });

  it('reads a long message without spaces in no time', () => {
    const start = performance.now();
    ownText('a'.repeat(100_000));
    expect(performance.now() - start).to.be.below(200);
  });
});
