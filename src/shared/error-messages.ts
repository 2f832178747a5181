import { msg, str } from '@lit/localize';
import { formatTime, timeInSentence } from '../i18n/format.js';
import type { UserError } from './user-error.js';

/** When a busy service may be asked again, in Swedish time, which is named for people abroad; '' without a time. */
export function busyText({ status, retryAt }: UserError, lang: string): string {
  if (retryAt === undefined) return '';
  const time = timeInSentence(formatTime(new Date(retryAt), lang), lang);
  return status === 429
    ? msg(str`You have tried too many times. Try again after ${time} (Swedish time).`)
    : msg(str`The service is busy. Try again after ${time} (Swedish time).`);
}

export const offlineText = (): string => msg('You are not connected to the internet.');
