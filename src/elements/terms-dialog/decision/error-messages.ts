import { msg } from '@lit/localize';
import { busyText, offlineText } from '../../../shared/error-messages.js';
import type { UserError } from '../../../shared/user-error.js';

/** What to tell a person about an error: what happened, in words that are the same for every service. */
export const errorText = (error: UserError, lang: string): string =>
  busyText(error, lang) ||
  (isContentError(error)
    ? msg('The text could not be opened.')
    : (TEXTS.get(error.code) ?? unexpected)());

/** The request may have arrived although no answer came back. */
export const isUnanswered = ({ code }: UserError): boolean =>
  code === 'offline' || code === 'network' || code === 'timeout';

/** The words for it ask to reload the page. */
export const isReloadAsked = ({ code }: UserError): boolean =>
  code === 'csrf' || code === 'digest-mismatch';

/** Errors of the text itself, which only the web team can correct: the console says more than people are told. */
export const isContentError = ({ code }: UserError): boolean =>
  ['content', 'wrong-charset', 'not-text', 'too-large', 'empty'].includes(code);

const unexpected = () => msg('There is a problem with the service. Try again later.');
const noAnswer = () => msg('The service is not responding.');

/** By the code of a problem, which a server chooses. */
const TEXTS = new Map<string, () => string>([
  ['offline', offlineText],
  ['network', noAnswer],
  ['timeout', noAnswer],
  [
    'login-required',
    () => msg('You have been logged out. Log in again, then make your choice again.'),
  ],
  ['csrf', () => msg('This page has timed out. Reload the page, then choose again.')],
  ['retired', () => msg('These terms no longer apply.')],
  [
    'digest-mismatch',
    () =>
      msg(
        'Do not accept these terms. The text on this page is not the same as the text from the service. Reload the page, then read the terms again.',
      ),
  ],
]);
