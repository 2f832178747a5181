import { expect } from 'chai';
import type { LanguageResult } from '../../../src/elements/message-composer/language-detector.js';
import {
  clearChecks,
  edit,
  initialState,
  isLanguageRefused,
  reset,
  setSubject,
  setText,
  type ComposerState,
} from '../../../src/elements/message-composer/state.js';

const french: LanguageResult = { language: 'other', confidence: 1, letters: 100 };

const stateWith = (changes: Partial<ComposerState>): ComposerState => ({
  ...initialState,
  ...changes,
});

describe('the state of a message', () => {
  it('has LF as line break, whoever set the text', () => {
    expect(setText(initialState, 'a\r\nb\rc', true).text).to.equal('a\nb\nc');
    expect(setText(initialState, null, true).text).to.equal('');
  });

  it('is the same object when the subject does not change', () => {
    expect(setSubject(initialState, '')).to.equal(initialState);
    expect(setSubject(initialState, 'Time').subject).to.equal('Time');
  });

  it('is touched by an edit of the text, not by one of the subject', () => {
    expect(edit(initialState, { text: 'a' }).isTouched).to.be.true;
    expect(edit(initialState, { subject: 'a' }).isTouched).to.be.false;
    expect(edit(stateWith({ isTouched: true }), { subject: 'a' }).isTouched).to.be.true;
  });

  it('forgets with an edit that a file was refused and that a draft was restored', () => {
    const { attachmentHint, isDraftRestored } = edit(
      stateWith({ attachmentHint: 'file', isDraftRestored: true }),
      { text: 'a' },
    );
    expect([attachmentHint, isDraftRestored]).to.deep.equal([undefined, false]);
  });

  it('keeps what was found in the text while it is edited', () => {
    const before = stateWith({ attachmentHint: 'supplementary', isLanguageHinted: true });
    expect(edit(before, { text: 'a' })).to.include({
      attachmentHint: 'supplementary',
      isLanguageHinted: true,
    });
  });

  it('goes back to the beginning, and the session goes on', () => {
    const before = stateWith({
      text: 'a',
      subject: 'b',
      isTouched: true,
      detected: french,
      isSending: true,
      sessionEndsAt: 5,
      sessionPhase: 'ending',
    });
    expect(reset(before, 'Hello', 'Time')).to.deep.equal({
      ...initialState,
      text: 'Hello',
      subject: 'Time',
      sessionEndsAt: 5,
      sessionPhase: 'ending',
    });
  });

  it('keeps the text when only its checks are cleared', () => {
    const before = stateWith({ text: 'a', isTouched: true, isChecked: true, detected: french });
    expect(clearChecks(before)).to.deep.equal({ ...initialState, text: 'a', isTouched: true });
  });

  for (const [policy, isRefused] of [
    ['block', true],
    ['confirm', true],
    ['warn', false],
    ['off', false],
  ] as const)
    it(`${isRefused ? 'refuses' : 'accepts'} another language under "${policy}"`, () => {
      const state = stateWith({ text: 'Bonjour', detected: french });
      expect(isLanguageRefused(state, policy)).to.equal(isRefused);
      expect(isLanguageRefused({ ...state, overriddenText: 'Bonjour' }, policy)).to.be.false;
      expect(isLanguageRefused({ ...state, overriddenText: 'Salut' }, policy)).to.equal(isRefused);
    });
});
