import type { Phase } from './schedule.js';

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
