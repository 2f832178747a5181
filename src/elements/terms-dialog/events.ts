import type { Decision, TermsRecord } from './decision-record.js';

/** The person chose, and nothing is saved yet. Cancel the event to stop it there. */
export class LuckaTermsDecideEvent extends Event {
  constructor(
    readonly decision: Decision,
    readonly version: string,
  ) {
    super('lucka-terms-decide', { bubbles: true, composed: true, cancelable: true });
  }
}

/** The terms were accepted, and that is saved. */
export class LuckaTermsAcceptedEvent extends Event {
  constructor(readonly record: TermsRecord) {
    super('lucka-terms-accepted', { bubbles: true, composed: true });
  }
}

/** The terms were declined, and that is saved. The dialog stays open and says what it means. */
export class LuckaTermsDeclinedEvent extends Event {
  constructor(readonly record: TermsRecord) {
    super('lucka-terms-declined', { bubbles: true, composed: true });
  }
}

/** The text could not be loaded, or a decision could not be saved. The dialog says so and offers a way on. */
export class LuckaTermsErrorEvent extends Event {
  constructor(
    /** The contract's problem code, or what the browser saw: `offline`, `network`, `timeout`, `malformed-answer` … */
    readonly code: string,
    /** May the very same request succeed later? */
    readonly retryable: boolean,
  ) {
    super('lucka-terms-error', { bubbles: true, composed: true });
  }
}

/** `ensureAccepted()` ended with a no. */
export class TermsDeclinedError extends Error {
  override readonly name = 'TermsDeclinedError';
  constructor(readonly record: TermsRecord) {
    super('The terms were declined.');
  }
}

/** `ensureAccepted()` ended without a choice: the page closed the dialog, or nothing could be loaded. */
export class TermsUndecidedError extends Error {
  override readonly name = 'TermsUndecidedError';
  constructor() {
    super('The dialog was closed before a choice was made.');
  }
}
