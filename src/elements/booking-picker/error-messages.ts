import { msg } from '@lit/localize';
import { busyText } from '../../shared/error-messages.js';
import { toUserError, type UserError } from '../../shared/user-error.js';
import type { BookingState } from './state.js';
import type { Step } from './step-machine.js';

/** Codes with which the service refuses to change or cancel a booked visit for good. */
const VISIT_REFUSALS: ReadonlySet<string> = new Set(['too-late', 'cancelled', 'not-found']);

/** Codes with which the service refuses an operation for good, each with its own words. */
const REFUSALS: ReadonlySet<string> = new Set([
  ...VISIT_REFUSALS,
  'letter-expired',
  'letter-invalid',
]);

/** Whether the last operation was about a booked visit. */
export const isAboutVisit = ({ flow, step }: BookingState): boolean =>
  flow === 'reschedule' || step === 'cancel';

/** Why an operation failed. What is said of a booked visit is no answer where there is none: the service has an error. */
export function toOperationError(error: unknown, state: BookingState, now: number): UserError {
  const shown = toUserError(error, now);
  return VISIT_REFUSALS.has(shown.code) && !isAboutVisit(state)
    ? { ...shown, code: 'internal' }
    : shown;
}

/** Why the offices, or the days of the chosen office, could not be loaded. */
export function toLoadError(error: unknown, step: Step, now: number): UserError {
  const shown = toUserError(error, now);
  return shown.code === 'not-found'
    ? { ...shown, code: step === 'office' ? 'internal' : 'office-not-found' }
    : shown;
}

/** Whether the same request may succeed later, so that it is offered to send it again. */
export const mayRetry = ({ code }: UserError): boolean =>
  !REFUSALS.has(code) && code !== 'no-extensions' && code !== 'office-not-found';

/** With which code the service has refused the last operation for good; '' when it has not. */
export const refusalIn = ({ problem }: BookingState): string =>
  problem?.kind === 'failure' && REFUSALS.has(problem.error.code) ? problem.error.code : '';

/** Whether the service has just said that the hold is not extended any more. */
export const isExtensionRefused = ({ problem }: BookingState): boolean =>
  problem?.kind === 'failure' && problem.error.code === 'no-extensions';

/** Whether a visit stands that the service has refused to change or cancel with this code. */
export const isStillBooked = (refusal: string): boolean =>
  refusal !== 'cancelled' && refusal !== 'not-found';

/** What has happened and what to do: the same words for every server. */
export function errorText(error: UserError, lang: string): string {
  if (error.status === 401)
    return msg('You have been logged out. Log in again, then continue here.');
  return (
    TEXTS.get(error.code)?.() ??
    (busyText(error, lang) || msg('There is a problem with the service. Try again later.'))
  );
}

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
    closed: () => msg('Visits cannot be booked here right now. Try again later.'),
    csrf: () => msg('This page has timed out. Reload the page, then choose again.'),
    'letter-expired': () =>
      msg(
        'The last day to book with this letter has passed. Contact the agency that sent it. The contact details are in your letter.',
      ),
    'letter-invalid': () =>
      msg(
        'Your letter cannot be used to book here. Contact the agency that sent it. The contact details are in your letter.',
      ),
    'too-late': () =>
      msg(
        'It is too late to change or cancel this visit here. If you cannot come, use the contact details in your letter.',
      ),
    cancelled: () =>
      msg(
        'This visit has been cancelled. There is nothing to change. Look it up again to see what you can do.',
      ),
    'not-found': () =>
      msg(
        'We cannot find this visit any more. Look it up again, or use the contact details in your letter.',
      ),
    'office-not-found': () => msg('This office cannot be found. Choose another office.'),
    'no-extensions': () =>
      msg('The time cannot be reserved for longer. Finish before the reservation ends.'),
  }),
);
