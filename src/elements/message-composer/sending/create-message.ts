import type { Message } from '../../../services/messages.js';
import {
  isOtherLanguage,
  type DetectedLanguage,
  type LanguageResult,
} from '../language-detector.js';
import type { ComposerState } from '../state.js';
import { normalizeText } from '../text-length.js';

/** A message without the time at which it was first sent. */
export type MessageContent = Omit<Message, 'createdAt'>;

/** The message as the contract has it, from what the person has written. */
export function createMessageContent(
  { text, subject, detected, overriddenText }: ComposerState,
  { caseId, hasSubject }: { readonly caseId: string; readonly hasSubject: boolean },
): MessageContent {
  const line = hasSubject ? normalizeText(subject).replace(/\n/g, ' ').trim() : '';
  const language = messageLanguage(detected);
  return {
    ...(caseId && { caseId }),
    ...(line && { subject: line }),
    body: normalizeText(text),
    language,
    // Under the policy `warn` the person was told, and sends all the same.
    languageConfirmed: language === 'other' || overriddenText === text,
  };
}

/** In doubt about another language, the agency is told that the language is unknown. */
function messageLanguage(detected: LanguageResult): DetectedLanguage {
  if (isOtherLanguage(detected)) return 'other';
  return detected.language === 'other' ? 'unknown' : detected.language;
}

export const isSameContent = (message: Message, content: MessageContent): boolean =>
  JSON.stringify(message) === JSON.stringify({ ...content, createdAt: message.createdAt });
