import { msg } from '@lit/localize';
import { busyText, offlineText } from '../../../shared/error-messages.js';
import type { UserError } from '../../../shared/user-error.js';
import type { Field, SendError } from '../state.js';

/** Nobody knows whether it arrived: sending again is safe, since it counts only once. */
export const isUnanswered = ({ code }: UserError): boolean =>
  code === 'network' || code === 'timeout';

/** The agency may have it, but from somewhere else. */
const isSentElsewhere = ({ code }: UserError): boolean => code === 'idempotency-mismatch';

/** What became of the message. */
export function errorHeading(error: UserError): string {
  if (isUnanswered(error)) return msg('It is not clear if your message was sent');
  return isSentElsewhere(error)
    ? msg('Your message may have been sent already')
    : msg('Your message was not sent');
}

/** Nothing on this page makes sure that the message can be sent. */
export const isDeadEnd = ({ code }: UserError): boolean => DEAD_ENDS.has(code);

const DEAD_ENDS = new Set(['case-invalid', 'unsupported-media-type', 'no-endpoint']);

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
const reloadAndSend = () => msg('Copy your text, reload the page, then send your message again.');
const notEncrypted = () => msg('Your message could not be encrypted. Try again later.');

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
    'case-invalid': () =>
      `${msg('We cannot find this case, or it is not your case.')} ${reloadAndSend()}`,
    // The same draft, encrypted in another tab: other bytes with the same key.
    'idempotency-mismatch': () =>
      msg(
        'It seems to have been sent from another tab or window. Check there. If you want to send something else, change your text, then send it.',
      ),
    closed: () => msg('Messages cannot be sent at the moment. Try again later.'),
    'no-endpoint': () =>
      msg('You cannot send messages from this page. Copy your text so that you do not lose it.'),
    'insecure-context': notEncrypted,
    'no-keys': notEncrypted,
    'key-mismatch': notEncrypted,
    'unknown-key': notEncrypted,
    undecryptable: notEncrypted,
    'unsupported-media-type': () =>
      `${msg('It must be encrypted, but it was not.')} ${reloadAndSend()}`,
  }),
);
