import { msg, str } from '@lit/localize';
import { formatTime } from '../../i18n/format.js';
import { plural } from '../../i18n/plural.js';
import { safeUrl } from '../../shared/safe-url.js';
import { ServiceError } from '../../services/service-error.js';

/** Why a message was not sent, for the person. */
export interface Failure {
  readonly code: string;
  readonly status: number;
  readonly retryable: boolean;
  readonly text: () => string;
  /** Nobody knows whether it arrived: sending again is safe, since it counts only once. */
  readonly isUnanswered?: boolean;
  /** Where to log in again, when the server says. */
  readonly loginHref?: string;
}

/** What to tell a person about an error: what happened, and what to do, in words that are the same for every server. */
export function failureOf(error: unknown, lang: string, now: Date): Failure {
  if (!(error instanceof ServiceError)) {
    return { code: 'internal', status: 0, retryable: false, text: notAsItShould };
  }
  const { code, status, retryable, retryAfter, problem } = error;
  const failure = { code, status, retryable };
  if (retryAfter) {
    const time = formatTime(new Date(now.getTime() + retryAfter * 1000), lang);
    return { ...failure, text: () => msg(str`The service is busy. Try again after ${time}.`) };
  }
  const isUnanswered = code === 'network' || code === 'timeout';
  const limit = Number(problem?.['limit']);
  if (code === 'too-long' && limit) {
    return {
      ...failure,
      text: () =>
        plural(limit, {
          one: () => msg(str`The service takes at most ${limit} character. Shorten your text.`),
          other: () => msg(str`The service takes at most ${limit} characters. Shorten your text.`),
        }),
    };
  }
  const loginHref = status === 401 ? safeUrl(problem?.['loginHref']) : '';
  const text = status === 401 ? loggedOut : (TEXTS.get(code) ?? notAsItShould);
  return { ...failure, text, isUnanswered, ...(loginHref && { loginHref }) };
}

const notAsItShould = () => msg('The service did not answer as it should.');
const loggedOut = () => msg('You have been logged out. Log in again, then send here once more.');
const tooLong = () => msg('Your text is too long for the service. Shorten it.');
const notEncrypted = () =>
  msg('Your message could not be encrypted, so it was not sent. Nothing has left this page.');

/** By the code of a problem, which a server chooses. */
const TEXTS = new Map<string, () => string>(
  Object.entries({
    offline: () => msg('You are not connected to the internet.'),
    network: () => msg('The service did not answer.'),
    timeout: () => msg('The service did not answer.'),
    csrf: () =>
      msg('The page has been open for too long. Copy your text, reload the page, then send again.'),
    'too-long': tooLong,
    'too-large': tooLong,
    'case-invalid': () => msg('The service does not know this case, or it is not yours.'),
    // The same draft, encrypted in another tab: other bytes with the same key.
    'idempotency-mismatch': () =>
      msg('This message seems to have been sent from another tab or window already.'),
    closed: () => msg('Messages cannot be sent at the moment.'),
    'no-endpoint': () => msg('This page has nowhere to send messages to.'),
    'insecure-context': notEncrypted,
    'no-keys': notEncrypted,
    'key-mismatch': notEncrypted,
    'unknown-key': notEncrypted,
    undecryptable: notEncrypted,
    'unsupported-media-type': () =>
      msg('The service takes only encrypted messages, so it refused this one.'),
  }),
);
