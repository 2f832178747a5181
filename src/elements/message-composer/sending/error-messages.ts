import { msg } from '@lit/localize';
import { busyText, offlineText } from '../../../shared/error-messages.js';
import type { UserError } from '../../../shared/user-error.js';
import type { Field, SendError } from '../state.js';

/** Nobody knows whether it arrived: sending again is safe, since it counts only once. */
export const isUnanswered = ({ code }: UserError): boolean =>
  code === 'network' || code === 'timeout';

/** What to tell a person about an error: what happened, and what to do, in words that are the same for every server. */
export function errorText(error: SendError, lang: string): string {
  const { code, status, tooLong } = error;
  const busy = busyText(error, lang);
  if (busy) return busy;
  if (status === 401) return loggedOut();
  return tooLong ? tooLongText(tooLong.field) : (TEXTS.get(code) ?? notAsItShould)();
}

/** What to do about a field that is too long, where nobody knows by how much. */
export const tooLongText = (field: Field): string =>
  field === 'subject'
    ? msg('“What is your question about?” is too long. Make it shorter.')
    : msg('Your message is too long. Make it shorter.');

const notAsItShould = () => msg('There is a problem with the service. Try again later.');
const loggedOut = () =>
  msg('You have been logged out. Log in again, then send your message again.');
const notEncrypted = () =>
  msg('Your message could not be encrypted, so it was not sent. Try again later.');

/** By the code of a problem, which a server chooses. */
const TEXTS = new Map<string, () => string>(
  Object.entries({
    offline: offlineText,
    network: () => msg('The service is not responding.'),
    timeout: () => msg('The service is not responding.'),
    csrf: () =>
      msg(
        'This page has timed out. Copy your text, reload the page, then send your message again.',
      ),
    'case-invalid': () => msg('We cannot find this case, or it is not your case.'),
    // The same draft, encrypted in another tab: other bytes with the same key.
    'idempotency-mismatch': () =>
      msg('This message seems to have been sent from another tab or window already.'),
    closed: () => msg('Messages cannot be sent at the moment. Try again later.'),
    'no-endpoint': () => msg('You cannot send messages from this page.'),
    'insecure-context': notEncrypted,
    'no-keys': notEncrypted,
    'key-mismatch': notEncrypted,
    'unknown-key': notEncrypted,
    undecryptable: notEncrypted,
    'unsupported-media-type': () => msg('Your message was not sent because it was not encrypted.'),
  }),
);
