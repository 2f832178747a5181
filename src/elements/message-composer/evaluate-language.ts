import {
  ENOUGH_LETTERS,
  isOtherLanguage,
  type LanguagePolicy,
  type LanguageResult,
} from './language-detector.js';

/** What the person just did: paused while typing, left the field, or pressed Send. */
export type Trigger = 'typing' | 'leave' | 'send';

/** What the composer does about it. */
export type Verdict =
  | { readonly act: 'nothing' | 'hint' | 'remove-hint' }
  | { readonly act: 'stop'; readonly canOverride: boolean };

/** All that a verdict depends on. */
export interface Situation {
  readonly result: LanguageResult;
  readonly trigger: Trigger;
  readonly policy: LanguagePolicy;
  readonly isHintShown: boolean;
}

/** A hint that came stays until there is real doubt, so that it does not flicker. */
const STILL_SURE = 0.7;

/** From here on nobody who writes Swedish or English is meant, and the check cannot be overridden. */
const MANY_LETTERS = 60;
const VERY_SURE = 0.95;

function isBeyondDoubt({ confidence, letters }: LanguageResult): boolean {
  return letters >= MANY_LETTERS && confidence >= VERY_SURE;
}

function isInDoubtAgain({ language, confidence }: LanguageResult): boolean {
  return language !== 'other' || confidence < STILL_SURE;
}

/** Decides what to do about the language of a message. */
export function evaluateLanguage({ result, trigger, policy, isHintShown }: Situation): Verdict {
  const isOther = policy !== 'off' && isOtherLanguage(result);
  if (isOther && trigger === 'send' && policy !== 'warn') {
    return { act: 'stop', canOverride: policy === 'confirm' || !isBeyondDoubt(result) };
  }
  if (isHintShown) {
    const isOutdated = policy === 'off' || isInDoubtAgain(result);
    return { act: isOutdated ? 'remove-hint' : 'nothing' };
  }
  const isTooSoon = trigger === 'typing' && result.letters < ENOUGH_LETTERS;
  return { act: isOther && !isTooSoon ? 'hint' : 'nothing' };
}
