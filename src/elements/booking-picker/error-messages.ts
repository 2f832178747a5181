import { msg } from '@lit/localize';
import { busyText, offlineText } from '../../shared/error-messages.js';
import type { UserError } from '../../shared/user-error.js';
import { letterInvalidText } from './gate-view.js';
import { unavailableText } from './step-view.js';

/** What has happened and what to do: the same words for every server. */
export function errorText(error: UserError, lang: string): string {
  if (error.status === 401) return msg('You have been logged out. Log in again, then go on here.');
  return (
    TEXTS.get(error.code)?.() ??
    (busyText(error, lang) || msg('Something is wrong with the service. It may work in a while.'))
  );
}

export const bookingNotFoundText = (): string =>
  msg('There is no booking with this reference. Check that it is right.');
export const noExtensionsText = (): string => msg('It cannot be held any longer than that.');

/** By problem code: a map, since the server chooses the codes. */
const TEXTS = new Map<string, () => string>(
  Object.entries({
    offline: offlineText,
    network: () => msg('The connection to the service was cut.'),
    timeout: () => msg('The service has not answered for 20 seconds.'),
    'malformed-answer': () => msg('The service gave an answer that cannot be read.'),
    closed: unavailableText,
    csrf: () => msg('The page has been open for too long. Reload it and choose again.'),
    'letter-expired': () =>
      msg(
        'The last day to book with this letter has passed. Contact the Swedish Migration Agency. The contact details are in your letter.',
      ),
    'letter-invalid': letterInvalidText,
    'too-late': () => msg('It is too late to change or cancel this visit.'),
    cancelled: () => msg('This visit has been cancelled. There is nothing to change.'),
    'not-found': bookingNotFoundText,
    'no-extensions': noExtensionsText,
  }),
);
