import { expect } from '@open-wc/testing';
import { words } from '../../../../../src/elements/message-composer/language-gate/detector/words.js';

const named = (text: string) => words(text).flatMap((word) => (word.name ? [word.text] : []));
const plain = (text: string) => words(text).flatMap((word) => (word.name ? [] : [word.text]));

describe('words and names', () => {
  it('takes a capital letter inside a sentence for a name', () => {
    expect(named('Min fru heter Selam och bor i Asmara.')).to.deep.equal(['selam', 'asmara']);
  });

  it('does not take the first word of a sentence for a name', () => {
    expect(named('Jag väntar. När får jag svar?\nTack!')).to.deep.equal([]);
  });

  it('takes a first name at the start of a sentence for a name when another follows', () => {
    expect(plain('Mohammad Hosseini väntar')).to.deep.equal(['väntar']);
  });

  it('does not take the English I for a name', () => {
    expect(named('Yesterday I asked, and now I’m waiting')).to.deep.equal([]);
  });

  it('takes no name out of text in capitals', () => {
    expect(named('VARFÖR SVARAR INGEN')).to.deep.equal([]);
  });

  it('keeps words with an apostrophe whole', () => {
    expect(plain("don't j’attends")).to.deep.equal(["don't", 'j’attends']);
  });

  it('leaves other scripts out', () => {
    expect(plain('hej привет سلام')).to.deep.equal(['hej']);
  });
});
