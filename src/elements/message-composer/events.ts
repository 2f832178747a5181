import type { Message } from '../../services/messages.js';
import type { DetectedLanguage } from './language-detector.js';

/**
 * The person pressed Send and the text passed its checks; nothing is sent yet. Cancel the event to keep it from being
 * sent, or to send it yourself. The only event that carries the text.
 */
export class LuckaMessageSendEvent extends Event {
  constructor(readonly message: Message) {
    super('lucka-message-send', { bubbles: true, composed: true, cancelable: true });
  }
}

/** The agency has the message. */
export class LuckaMessageSentEvent extends Event {
  constructor(
    readonly id: string,
    /** RFC 3339, with an offset. */
    readonly receivedAt: string,
  ) {
    super('lucka-message-sent', { bubbles: true, composed: true });
  }
}

/** The message was not sent, or nobody knows. The text is kept. */
export class LuckaMessageErrorEvent extends Event {
  constructor(
    /** The contract's problem code, or what the browser saw: `offline`, `network`, `timeout`, `insecure-context` … */
    readonly code: string,
    /** HTTP status; 0 when there was no answer. */
    readonly status: number,
    /** May the very same request succeed later? */
    readonly retryable: boolean,
  ) {
    super('lucka-message-error', { bubbles: true, composed: true });
  }
}

/** The composer made up its mind about the language of the text. */
export class LuckaMessageLanguageEvent extends Event {
  constructor(
    readonly language: DetectedLanguage,
    /** From 0 to 1. */
    readonly confidence: number,
    /** False while a text in this language is not sent. */
    readonly allowed: boolean,
  ) {
    super('lucka-message-language', { bubbles: true, composed: true });
  }
}

export type NoticeKind = 'personal-number' | 'supplementary' | 'file' | 'identity-document';

/** The composer told the person something about their text; never what in it. */
export class LuckaMessageNoticeEvent extends Event {
  constructor(readonly kind: NoticeKind) {
    super('lucka-message-notice', { bubbles: true, composed: true });
  }
}

/**
 * The person wants to stay logged in. Answer by setting a later `session-expires-at`, or cancel to say that it is not
 * possible. Listen on the element itself: without a listener there, no button is offered.
 */
export class LuckaMessageExtendEvent extends Event {
  constructor() {
    super('lucka-message-extend', { bubbles: true, composed: true, cancelable: true });
  }
}
