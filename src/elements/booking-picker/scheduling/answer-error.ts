import { msg } from '@lit/localize';
import type { AnswerError } from '../state.js';

/** What is missing on the step; '' when nothing is. */
export function answerErrorText(error: AnswerError): string {
  if (error === 'office-missing') return msg('Choose an office');
  if (error === 'day-missing') return msg('Choose a day');
  return error && msg('Choose a time');
}
