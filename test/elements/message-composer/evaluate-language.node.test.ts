import { expect } from '@open-wc/testing';
import type { LanguageResult } from '../../../src/elements/message-composer/language-detector.js';
import {
  evaluateLanguage,
  type Situation,
} from '../../../src/elements/message-composer/evaluate-language.js';

const other = (letters: number, confidence: number): LanguageResult => ({
  language: 'other',
  confidence,
  letters,
});

const swedish: LanguageResult = { language: 'sv', confidence: 0.99, letters: 120 };
const unknown: LanguageResult = { language: 'unknown', confidence: 0, letters: 12 };

const decideOn = (result: LanguageResult, situation: Partial<Situation> = {}) =>
  evaluateLanguage({
    result,
    trigger: 'typing',
    policy: 'block',
    isHintShown: false,
    ...situation,
  });

describe('while a person types', () => {
  it('hints at another language from 40 letters and 90 % on', () => {
    expect(decideOn(other(40, 0.9))).to.deep.equal({ act: 'hint' });
  });

  it('says nothing about fewer letters, however sure', () => {
    expect(decideOn(other(39, 1))).to.deep.equal({ act: 'nothing' });
  });

  it('says nothing in doubt', () => {
    expect(decideOn(other(200, 0.89))).to.deep.equal({ act: 'nothing' });
  });

  it('says nothing about Swedish and about text too short to tell', () => {
    expect(decideOn(swedish)).to.deep.equal({ act: 'nothing' });
    expect(decideOn(unknown)).to.deep.equal({ act: 'nothing' });
  });

  it('leaves a hint alone while it is still likely', () => {
    expect(decideOn(other(80, 0.7), { isHintShown: true })).to.deep.equal({ act: 'nothing' });
  });

  it('removes a hint below 70 %', () => {
    expect(decideOn(other(80, 0.69), { isHintShown: true })).to.deep.equal({ act: 'remove-hint' });
  });

  it('removes a hint when the text turns Swedish or is deleted', () => {
    expect(decideOn(swedish, { isHintShown: true })).to.deep.equal({ act: 'remove-hint' });
    expect(decideOn(unknown, { isHintShown: true })).to.deep.equal({ act: 'remove-hint' });
  });
});

describe('when a person leaves the field', () => {
  it('hints at another language from 98 % on where there are few letters', () => {
    expect(decideOn(other(20, 0.98), { trigger: 'leave' })).to.deep.equal({ act: 'hint' });
    expect(decideOn(other(39, 0.97), { trigger: 'leave' })).to.deep.equal({ act: 'nothing' });
  });

  it('hints at another script after a few letters', () => {
    expect(decideOn(other(6, 1), { trigger: 'leave' })).to.deep.equal({ act: 'hint' });
  });

  it('never stops', () => {
    expect(decideOn(other(200, 1), { trigger: 'leave' })).to.deep.equal({ act: 'hint' });
  });
});

describe('when a person sends', () => {
  const send = (result: LanguageResult, policy: Situation['policy'] = 'block') =>
    decideOn(result, { trigger: 'send', policy });

  it('stops a long text in another language, and insisting does not help', () => {
    expect(send(other(60, 0.95))).to.deep.equal({ act: 'stop', canOverride: false });
  });

  it('lets the person insist where the text is short or the language less sure', () => {
    expect(send(other(59, 1))).to.deep.equal({ act: 'stop', canOverride: true });
    expect(send(other(200, 0.94))).to.deep.equal({ act: 'stop', canOverride: true });
    expect(send(other(20, 0.98))).to.deep.equal({ act: 'stop', canOverride: true });
  });

  it('always lets the person insist when the agency asks only to confirm', () => {
    expect(send(other(200, 1), 'confirm')).to.deep.equal({ act: 'stop', canOverride: true });
  });

  it('only hints when the agency asks only to warn', () => {
    expect(send(other(200, 1), 'warn')).to.deep.equal({ act: 'hint' });
  });

  it('sends Swedish, short text and text in doubt', () => {
    expect(send(swedish)).to.deep.equal({ act: 'nothing' });
    expect(send(unknown)).to.deep.equal({ act: 'nothing' });
    expect(send(other(39, 0.97))).to.deep.equal({ act: 'nothing' });
    expect(send(other(200, 0.89))).to.deep.equal({ act: 'nothing' });
  });
});

describe('when the agency switched the gate off', () => {
  for (const trigger of ['typing', 'leave', 'send'] as const) {
    it(`does nothing (${trigger})`, () => {
      expect(decideOn(other(200, 1), { trigger, policy: 'off' })).to.deep.equal({ act: 'nothing' });
    });
  }

  it('removes a hint that is still showing', () => {
    const verdict = decideOn(other(200, 1), { policy: 'off', isHintShown: true });
    expect(verdict).to.deep.equal({ act: 'remove-hint' });
  });
});
