import { isOtherLanguage, type LanguagePolicy, type LanguageResult } from '../language-detector.js';
import type { AttachmentHint, ComposerState } from '../state.js';
import { evaluateLanguage, type Trigger } from '../evaluate-language.js';

/** What was found in the text. */
export interface TextCheck {
  readonly trigger: Trigger;
  readonly policy: LanguagePolicy;
  readonly result: LanguageResult;
  readonly attachmentHint: AttachmentHint | undefined;
  readonly hasPersonalNumbers: boolean;
}

/** The text was checked. */
export function applyCheck(state: ComposerState, check: TextCheck): ComposerState {
  const { trigger, policy, result } = check;
  const verdict = evaluateLanguage({
    trigger,
    policy,
    result,
    isHintShown: state.isLanguageHinted,
  });
  const next: ComposerState = {
    ...state,
    detected: result,
    isLanguageHinted: isHintedAfter(state, verdict.act),
    attachmentHint: state.attachmentHint === 'file' ? 'file' : check.attachmentHint,
    personalNumbers: check.hasPersonalNumbers ? state.personalNumbers : [],
  };
  if (verdict.act === 'stop') return isOverridden(state) ? next : stop(next, verdict.canOverride);
  // What was stopped stays so until it is another text, in a language that is read.
  const isAnotherText = state.languageStop?.text !== state.text && !isOtherLanguage(result);
  return isAnotherText || trigger === 'send' ? { ...next, languageStop: undefined } : next;
}

function isHintedAfter(
  { isLanguageHinted }: ComposerState,
  act: ReturnType<typeof evaluateLanguage>['act'],
): boolean {
  return act === 'hint' || (act !== 'remove-hint' && isLanguageHinted);
}

/** The text is not sent because of its language. */
export const stop = (state: ComposerState, canOverride: boolean): ComposerState => ({
  ...state,
  isLanguageHinted: true,
  languageStop: { text: state.text, canOverride },
});

/** The person says that the text is in Swedish or English, and has the last word. */
export const overrideLanguage = (state: ComposerState): ComposerState => ({
  ...state,
  overriddenText: state.text,
  languageStop: undefined,
});

export const refuseFile = (state: ComposerState): ComposerState => ({
  ...state,
  attachmentHint: 'file',
});

/** @param numbers personal identity numbers in the text, before it is sent */
export const askAboutNumbers = (
  state: ComposerState,
  numbers: readonly string[],
): ComposerState => ({
  ...state,
  personalNumbers: state.allowedNumbersIn === state.text ? [] : numbers,
});

export const allowNumbers = (state: ComposerState): ComposerState => ({
  ...state,
  allowedNumbersIn: state.text,
});

export const dismissNumbers = (state: ComposerState): ComposerState => ({
  ...state,
  personalNumbers: [],
});

/** The person said that this text is in Swedish or English. */
export const isOverridden = ({ overriddenText, text }: ComposerState): boolean =>
  text !== '' && overriddenText === text;

/** Whether the text would be sent as it is. */
export const isAllowed = (state: ComposerState, policy: LanguagePolicy): boolean =>
  isOverridden(state) ||
  evaluateLanguage({ trigger: 'send', policy, result: state.detected, isHintShown: false }).act !==
    'stop';
