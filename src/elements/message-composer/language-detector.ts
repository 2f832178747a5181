/** Swedish, English, something else, or too little text to say. */
export type DetectedLanguage = 'sv' | 'en' | 'other' | 'unknown';

/** What a detector says about a text. */
export interface LanguageResult {
  readonly language: DetectedLanguage;
  /**
   * From 0 to 1. For `sv` and `en`: how likely it is that the text is in Swedish or English; for
   * `other`: how likely it is that it is in neither; for `unknown`: 0.
   */
  readonly confidence: number;
  /** Letters of the text, without quoted lines, addresses and tokens with digits. */
  readonly letters: number;
}

/** Anything that tells languages apart: give the composer another one by its `detector` property. */
export interface LanguageDetector {
  detect(text: string): LanguageResult;
}

/** What to do about other languages: `warn` never stops a message, `off` never looks at the language. */
export type LanguagePolicy = 'block' | 'confirm' | 'warn' | 'off';

/** While typing, a sentence that has hardly begun gets no hint. */
export const ENOUGH_LETTERS = 40;
const SURE = 0.9;
const SURE_OF_FEW_LETTERS = 0.98;

/** Whether a text is taken for another language; in doubt it is not. */
export function isOtherLanguage({ language, confidence, letters }: LanguageResult): boolean {
  const needed = letters < ENOUGH_LETTERS ? SURE_OF_FEW_LETTERS : SURE;
  return language === 'other' && confidence >= needed;
}
