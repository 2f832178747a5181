import { msg, str } from '@lit/localize';
import { formatTime } from '../i18n/format.js';
import type { UserError } from './user-error.js';

/** When a busy service may be asked again, in Swedish time, which is named for people abroad; '' without a time. */
export function busyText({ status, retryAt }: UserError, lang: string): string {
  if (retryAt === undefined) return '';
  const time = formatTime(new Date(retryAt), lang);
  return status === 429
    ? msg(str`There were too many requests. Try again after ${time}, Swedish time.`)
    : msg(str`The service is busy. Try again after ${time}, Swedish time.`);
}

export const offlineText = (): string => msg('You are not connected to the internet.');
