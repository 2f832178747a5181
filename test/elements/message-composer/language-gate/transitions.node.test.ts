import { expect } from 'chai';
import type { LanguageResult } from '../../../../src/elements/message-composer/language-detector.js';
import {
  allowNumbers,
  applyCheck,
  askAboutNumbers,
  dismissNumbers,
  isAllowed,
  overrideLanguage,
  refuseFile,
  stop,
  type TextCheck,
} from '../../../../src/elements/message-composer/language-gate/transitions.js';
import {
  initialState,
  type ComposerState,
} from '../../../../src/elements/message-composer/state.js';

const french: LanguageResult = { language: 'other', confidence: 1, letters: 100 };
const danish: LanguageResult = { language: 'other', confidence: 0.99, letters: 30 };
const swedish: LanguageResult = { language: 'sv', confidence: 1, letters: 100 };

const written = (changes: Partial<ComposerState> = {}): ComposerState => ({
  ...initialState,
  text: 'Bonjour',
  isTouched: true,
  ...changes,
});

const check = (state: ComposerState, changes: Partial<TextCheck> = {}): ComposerState =>
  applyCheck(state, {
    trigger: 'send',
    policy: 'block',
    result: french,
    attachmentHint: undefined,
    hasPersonalNumbers: false,
    ...changes,
  });

describe('a checked message', () => {
  it('is hinted at while typing, and stopped when it is sent', () => {
    const typed = check(written(), { trigger: 'typing' });
    expect(typed).to.include({ isLanguageHinted: true, languageStop: undefined, detected: french });
    expect(check(typed).languageStop).to.deep.equal({ text: 'Bonjour', canOverride: false });
  });

  it('may be sent all the same in doubt', () => {
    expect(check(written(), { result: danish }).languageStop?.canOverride).to.be.true;
  });

  it('is not stopped again after the person has overridden the language of this very text', () => {
    const overridden = overrideLanguage(check(written()));
    expect(overridden.languageStop).to.equal(undefined);
    expect(check(overridden).languageStop).to.equal(undefined);
    expect(check({ ...overridden, text: 'Salut' }).languageStop).not.to.equal(undefined);
  });

  it('stays stopped while it is edited in the same language, and not in one that is read', () => {
    const edited = { ...check(written()), text: 'Bonjour encore' };
    expect(check(edited, { trigger: 'typing' }).languageStop).not.to.equal(undefined);
    expect(check(edited, { trigger: 'typing', result: swedish }).languageStop).to.equal(undefined);
  });

  it('loses its hint in doubt', () => {
    const hinted = written({ isLanguageHinted: true });
    expect(check(hinted, { trigger: 'typing', result: swedish }).isLanguageHinted).to.be.false;
  });

  it('keeps the refusal of a file before another hint', () => {
    const refused = refuseFile(written());
    const { attachmentHint } = check(refused, { result: swedish, attachmentHint: 'supplementary' });
    expect(attachmentHint).to.equal('file');
  });

  it('shows and removes hints about attachments', () => {
    const hinted = check(written(), { result: swedish, attachmentHint: 'identity-document' });
    expect(hinted.attachmentHint).to.equal('identity-document');
    expect(check(hinted, { result: swedish }).attachmentHint).to.equal(undefined);
  });

  it('is asked about personal identity numbers until they are allowed in this very text', () => {
    const asked = askAboutNumbers(written(), ['811218-9876']);
    expect(asked.personalNumbers).to.deep.equal(['811218-9876']);
    expect(dismissNumbers(asked).personalNumbers).to.deep.equal([]);
    const allowed = allowNumbers(asked);
    expect(askAboutNumbers(allowed, ['811218-9876']).personalNumbers).to.deep.equal([]);
    expect(
      askAboutNumbers({ ...allowed, text: 'Salut' }, ['811218-9876']).personalNumbers,
    ).to.have.length(1);
  });

  it('is not asked about numbers any longer when it has none', () => {
    const asked = askAboutNumbers(written(), ['811218-9876']);
    expect(check(asked, { result: swedish }).personalNumbers).to.deep.equal([]);
    expect(
      check(asked, { result: swedish, hasPersonalNumbers: true }).personalNumbers,
    ).to.have.length(1);
  });

  it('is stopped by the service with the last word to the person', () => {
    expect(stop(written(), true)).to.deep.include({
      isLanguageHinted: true,
      languageStop: { text: 'Bonjour', canOverride: true },
    });
  });

  it('is allowed in a language that is read, under a policy that never stops, and when overridden', () => {
    const stopped = check(written());
    expect(isAllowed(stopped, 'block')).to.be.false;
    expect(isAllowed(stopped, 'warn')).to.be.true;
    expect(isAllowed(overrideLanguage(stopped), 'block')).to.be.true;
    expect(isAllowed(check(written(), { result: swedish }), 'block')).to.be.true;
  });
});
