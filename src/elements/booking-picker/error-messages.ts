import { msg } from '@lit/localize';
import { busyText } from '../../shared/error-messages.js';
import type { UserError } from '../../shared/user-error.js';
import { letterInvalidText } from './gate-view.js';

/** What has happened and what to do: the same words for every server. */
export function errorText(error: UserError, lang: string): string {
  if (error.status === 401)
    return msg('You have been logged out. Log in again, then continue here.');
  return (
    TEXTS.get(error.code)?.() ??
    (busyText(error, lang) || msg('There is a problem with the service. Try again later.'))
  );
}

export const bookingNotFoundText = (): string =>
  msg('We cannot find a booking with this reference number. Check that it is correct.');
export const noExtensionsText = (): string => msg('The time cannot be reserved for longer.');

export const connectionText = (): string =>
  msg('The connection to the service was lost. Check your connection, then try again.');

/** By problem code: a map, since the server chooses the codes. */
const TEXTS = new Map<string, () => string>(
  Object.entries({
    offline: () =>
      msg('You are not connected to the internet. Check your connection, then try again.'),
    network: connectionText,
    timeout: () => msg('The service is taking too long to respond. Try again in a few minutes.'),
    'malformed-answer': () => msg('There is a problem with the service. Try again later.'),
    closed: () => msg('Visits cannot be booked here right now. Try again later.'),
    csrf: () => msg('This page has timed out. Reload the page, then choose again.'),
    'letter-expired': () =>
      msg(
        'The last day to book with this letter has passed. Contact the agency that sent it. The contact details are in your letter.',
      ),
    'letter-invalid': letterInvalidText,
    'too-late': () => msg('It is too late to change or cancel this visit.'),
    cancelled: () => msg('This visit has been cancelled. There is nothing to change.'),
    'not-found': bookingNotFoundText,
    'no-extensions': noExtensionsText,
  }),
);
