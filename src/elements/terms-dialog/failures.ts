import { msg, str } from '@lit/localize';
import { formatTime } from '../../i18n/format.js';
import { safeUrl } from '../../shared/safe-url.js';
import { ServiceError } from '../../services/service-error.js';

export interface Failure {
  readonly code: string;
  readonly retryable: boolean;
  readonly text: () => string;
  /** Where to log in again, when the server says. */
  readonly loginHref?: string;
  /** Milliseconds since 1970: not to be tried again before. */
  readonly notBefore?: number;
}

/** What to tell a person about an error: what happened, in words that are the same for every server. */
export function failureOf(error: unknown, lang: string, now: Date): Failure {
  if (!(error instanceof ServiceError))
    return { code: 'content', retryable: false, text: unreadable };
  const { code, retryable, retryAfter, problem } = error;
  const failure = { code, retryable };
  if (retryAfter) {
    const notBefore = now.getTime() + retryAfter * 1000;
    const time = formatTime(new Date(notBefore), lang);
    return {
      ...failure,
      notBefore,
      text: () => msg(str`The service is busy. Try again after ${time}.`),
    };
  }
  if (code === 'login-required') {
    const loginHref = safeUrl(problem?.['loginHref']);
    return { ...failure, text: loggedOut, ...(loginHref && { loginHref }) };
  }
  return {
    ...failure,
    text: TEXTS.get(code) ?? (() => msg('The service did not answer as it should.')),
  };
}

const unreadable = () => msg('The text could not be read.');
const loggedOut = () => msg('You have been logged out. Log in again, then choose here once more.');

/** By the code of a problem, which a server chooses. */
const TEXTS = new Map<string, () => string>(
  Object.entries({
    offline: () => msg('You are not connected to the internet.'),
    network: () => msg('The service did not answer.'),
    timeout: () => msg('The service did not answer.'),
    csrf: () => msg('The page has been open for too long. Reload it, then choose again.'),
    retired: () => msg('These terms do not apply any more.'),
    'digest-mismatch': () =>
      msg('The text here is not the text that the service announced. Nobody should accept it.'),
    'too-large': unreadable,
    'not-text': unreadable,
    'wrong-charset': unreadable,
    empty: unreadable,
  }),
);
