import { msg } from '@lit/localize';
import type { ComposerState } from '../state.js';
import { isRefused } from './error-messages.js';

/** How long to wait before a message is sent again, in milliseconds; 0 or less when there is nothing to wait for. */
export const waitIn = ({ sendError }: ComposerState, now: number): number =>
  (sendError?.retryAt ?? 0) - now;

/**
 * What the button says that sends. It goes ('') where the same message would be refused again, until it is edited: what a person
 * can do instead is in the error.
 */
export function sendLabel(state: ComposerState, hasSubject: boolean): string {
  const { text, subject, isSending, sendError, languageStop } = state;
  if (isSending) return msg('Sending…');
  if (sendError && isRefused(sendError)) {
    const { sent } = sendError;
    const isSame = text === sent.text && (hasSubject ? subject : '') === sent.subject;
    return isSame ? '' : msg('Send message');
  }
  return sendError || languageStop ? msg('Send again') : msg('Send message');
}
