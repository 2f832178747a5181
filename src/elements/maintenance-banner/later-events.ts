import type { NoticeRule } from './rules.js';

/** A notice is about to be hidden. Cancel the event to keep it. */
export class LuckaNoticeDismissEvent extends Event {
  constructor(readonly id: string) {
    super('lucka-notice-dismiss', { bubbles: true, composed: true, cancelable: true });
  }
}

/** A notice breaks a rule. It is shown only where that does not mislead: a closure that is announced too late is. */
export class LuckaNoticeInvalidEvent extends Event {
  constructor(
    /** '' when it has none. */
    readonly id: string,
    readonly rule: NoticeRule,
  ) {
    super('lucka-notice-invalid', { bubbles: true, composed: true });
  }
}
