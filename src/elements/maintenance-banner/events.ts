import type { NoticeRule, Phase } from './state.js';

/** Every event of the banner bubbles, and reaches the page from inside other shadow roots. */
class NoticeEvent extends Event {
  constructor(name: string, cancelable = false) {
    super(`lucka-notice-${name}`, { bubbles: true, composed: true, cancelable });
  }
}

/** A notice has come on show. */
export class LuckaNoticeShowEvent extends NoticeEvent {
  constructor(
    readonly id: string,
    readonly phase: Phase,
  ) {
    super('show');
  }
}

/** A notice on show went from one phase to another; '' is not shown any more. */
export class LuckaNoticePhaseEvent extends NoticeEvent {
  constructor(
    readonly id: string,
    readonly from: Phase,
    readonly to: Phase | '',
  ) {
    super('phase');
  }
}

/** A notice is about to be hidden. Cancel the event to keep it. */
export class LuckaNoticeDismissEvent extends NoticeEvent {
  constructor(readonly id: string) {
    super('dismiss', true);
  }
}

/** A notice breaks a rule. It is shown only where that does not mislead: a closure that is announced too late is. */
export class LuckaNoticeInvalidEvent extends NoticeEvent {
  constructor(
    /** '' when it has none. */
    readonly id: string,
    readonly rule: NoticeRule,
  ) {
    super('invalid');
  }
}

/** The notices could not be read. The last known ones stay, with their age. */
export class LuckaNoticeErrorEvent extends NoticeEvent {
  constructor(
    /** The contract's problem code, or what the browser saw: `offline`, `network`, `timeout`, `malformed-answer`, `http` … */
    readonly code: string,
    /** Age of the last known notices; undefined when there are none. */
    readonly ageSeconds: number | undefined,
  ) {
    super('error');
  }
}
