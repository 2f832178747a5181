import type { LanguageResult } from './detect.js';

/** What the agency wants done about other languages: `warn` never stops, `off` never looks. */
export type LanguagePolicy = 'block' | 'confirm' | 'warn' | 'off';

/** What the person just did: paused while typing, left the field, or pressed Send. */
export type Moment = 'typing' | 'leave' | 'send';

/** What the composer does about it. */
export type Verdict =
  | { readonly act: 'nothing' | 'hint' | 'remove-hint' }
  | { readonly act: 'stop'; readonly mayInsist: boolean };

/** All that a verdict rests on. */
export interface Situation {
  readonly result: LanguageResult;
  readonly moment: Moment;
  readonly policy: LanguagePolicy;
  readonly hintShowing: boolean;
}

/** While typing, a sentence that has hardly begun gets no hint. */
const ENOUGH_LETTERS = 40;
const SURE = 0.9;
const SURE_OF_FEW_LETTERS = 0.98;
/** A hint that came stays until there is real doubt, so that it does not flicker. */
const STILL_SURE = 0.7;

/** From here on nobody who writes Swedish or English is meant, and insisting does not help. */
const MANY_LETTERS = 60;
const VERY_SURE = 0.95;

/** Whether a text is taken for another language; in doubt it is not. */
export function isOtherLanguage({ language, confidence, letters }: LanguageResult): boolean {
  const needed = letters < ENOUGH_LETTERS ? SURE_OF_FEW_LETTERS : SURE;
  return language === 'other' && confidence >= needed;
}

function isBeyondDoubt({ confidence, letters }: LanguageResult): boolean {
  return letters >= MANY_LETTERS && confidence >= VERY_SURE;
}

function isInDoubtAgain({ language, confidence }: LanguageResult): boolean {
  return language !== 'other' || confidence < STILL_SURE;
}

/** Decides what to do about the language of a message. */
export function decide({ result, moment, policy, hintShowing }: Situation): Verdict {
  const other = policy !== 'off' && isOtherLanguage(result);
  if (other && moment === 'send' && policy !== 'warn') {
    return { act: 'stop', mayInsist: policy === 'confirm' || !isBeyondDoubt(result) };
  }
  if (hintShowing) {
    const outdated = policy === 'off' || isInDoubtAgain(result);
    return { act: outdated ? 'remove-hint' : 'nothing' };
  }
  const tooSoon = moment === 'typing' && result.letters < ENOUGH_LETTERS;
  return { act: other && !tooSoon ? 'hint' : 'nothing' };
}
