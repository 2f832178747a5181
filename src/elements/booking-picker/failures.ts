import { msg, str } from '@lit/localize';
import { formatTime } from '../../i18n/format.js';
import { safeUrl } from '../../shared/safe-url.js';
import { ServiceError } from '../../services/service-error.js';
import { unavailable } from './view.js';

/** Why something did not succeed, for the person. */
export interface Failure {
  readonly code: string;
  readonly status: number;
  readonly retryable: boolean;
  readonly text: () => string;
  /** Where to log in again, when the server says. */
  readonly loginHref: string;
  /** The notice in the feed that tells why booking is closed. */
  readonly noticeId: string;
}

/** How long to wait when the server does not say, in seconds. */
const SOME_MINUTES = 180;

/** What to tell a person about an error: what happened and what to do, in words that are the same for every server. */
export function failureOf(error: unknown, lang: string, now: Date): Failure {
  const { code, status, retryable, retryAfter, problem } =
    error instanceof ServiceError ? error : new ServiceError('bookings', 'internal');
  const loginHref = status === 401 ? safeUrl(problem?.['loginHref']) : '';
  const noticeId = typeof problem?.['noticeId'] === 'string' ? problem['noticeId'] : '';
  const time = formatTime(new Date(now.getTime() + (retryAfter ?? SOME_MINUTES) * 1000), lang);
  const busy = () =>
    status === 429
      ? msg(str`There were too many requests. Try again after ${time}, Swedish time.`)
      : msg(str`The service is busy. Try again after ${time}, Swedish time.`);
  const text =
    status === 401
      ? loggedOut
      : (TEXTS.get(code) ?? (status === 429 || retryAfter !== undefined ? busy : broken));
  return { code, status, retryable, text, loginHref, noticeId };
}

export const wrongLetter = (): string =>
  msg('This reference cannot be used. Check that it is as in your letter.');
export const noBooking = (): string =>
  msg('There is no booking with this reference. Check that it is right.');
export const lastExtension = (): string => msg('It cannot be held any longer than that.');
const broken = () => msg('Something is wrong with the service. It may work in a while.');
const loggedOut = () => msg('You have been logged out. Log in again, then go on here.');

/** By the code of a problem, which a server chooses. */
const TEXTS = new Map<string, () => string>(
  Object.entries({
    offline: () => msg('You are not connected to the internet.'),
    network: () => msg('The connection to the service was cut.'),
    timeout: () => msg('The service has not answered for 20 seconds.'),
    'malformed-answer': () => msg('The service gave an answer that cannot be read.'),
    closed: unavailable,
    csrf: () => msg('The page has been open for too long. Reload it and choose again.'),
    'letter-expired': () =>
      msg(
        'The last day to book with this letter has passed. Contact the Swedish Migration Agency. The contact details are in your letter.',
      ),
    'letter-invalid': wrongLetter,
    'too-late': () => msg('It is too late to change or cancel this visit.'),
    cancelled: () => msg('This visit has been cancelled. There is nothing to change.'),
    'not-found': noBooking,
    'no-extensions': lastExtension,
  }),
);
