import type { Phase } from './schedule.js';
import type { NoticeRule } from './rules.js';

/** A notice has come on show. */
export class LuckaNoticeShowEvent extends Event {
  constructor(
    readonly id: string,
    readonly phase: Phase,
  ) {
    super('lucka-notice-show', { bubbles: true, composed: true });
  }
}

/** A notice on show went from one phase to another; '' is not shown any more. */
export class LuckaNoticePhaseEvent extends Event {
  constructor(
    readonly id: string,
    readonly from: Phase,
    readonly to: Phase | '',
  ) {
    super('lucka-notice-phase', { bubbles: true, composed: true });
  }
}

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
