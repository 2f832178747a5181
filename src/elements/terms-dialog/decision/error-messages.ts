import { msg } from '@lit/localize';
import { busyText, offlineText } from '../../../shared/error-messages.js';
import type { UserError } from '../../../shared/user-error.js';

/** What to tell a person about an error: what happened, in words that are the same for every service. */
export const errorText = (error: UserError, lang: string): string =>
  busyText(error, lang) || (TEXTS.get(error.code) ?? unexpected)();

/** The request may have arrived although no answer came back. */
export const isUnanswered = ({ code }: UserError): boolean =>
  code === 'offline' || code === 'network' || code === 'timeout';

/** Errors of the text itself, which only the web team can correct: the console says more than people are told. */
export const isContentError = ({ code }: UserError): boolean =>
  ['content', 'wrong-charset', 'not-text', 'too-large', 'empty'].includes(code);

const unexpected = () => msg('The service did not answer as it should.');
const noAnswer = () => msg('The service did not answer.');
const unreadable = () => msg('The text could not be read.');

/** By the code of a problem, which a server chooses. */
const TEXTS = new Map<string, () => string>([
  ['content', unreadable],
  ['too-large', unreadable],
  ['not-text', unreadable],
  ['wrong-charset', unreadable],
  ['empty', unreadable],
  ['offline', offlineText],
  ['network', noAnswer],
  ['timeout', noAnswer],
  [
    'login-required',
    () => msg('You have been logged out. Log in again, then choose here once more.'),
  ],
  ['csrf', () => msg('The page has been open for too long. Reload it, then choose again.')],
  ['retired', () => msg('These terms do not apply any more.')],
  [
    'digest-mismatch',
    () => msg('The text here is not the text that the service announced. Nobody should accept it.'),
  ],
]);
