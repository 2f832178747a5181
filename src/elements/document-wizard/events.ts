import type { FlowProblem } from '../../content/flow/flow.js';

/** Which way a person went. */
export type WizardDirection = 'forward' | 'back' | 'change' | 'restart';

/** A question is shown because of what the person did; '' is the start. No answer is told. */
export class LuckaWizardStepEvent extends Event {
  constructor(
    readonly questionId: string,
    readonly direction: WizardDirection,
  ) {
    super('lucka-wizard-step', { bubbles: true, composed: true });
  }
}

/** The result is about to be shown. Cancel the event to show something else instead. */
export class LuckaWizardResultEvent extends Event {
  constructor(
    readonly outcomeIds: readonly string[],
    readonly checklistIds: readonly string[],
    readonly flowId: string,
    readonly version: string,
    readonly lang: string,
  ) {
    super('lucka-wizard-result', { bubbles: true, composed: true, cancelable: true });
  }
}

/** The person started over; all answers are gone. */
export class LuckaWizardRestartEvent extends Event {
  constructor() {
    super('lucka-wizard-restart', { bubbles: true, composed: true });
  }
}

/** The flow cannot be shown: what the page put inside the tag stays. */
export class LuckaWizardErrorEvent extends Event {
  constructor(
    /** `broken-flow`, or what the browser saw: `http`, `empty`, `not-text`, `too-large`, `offline`, `network`, `timeout`. */
    readonly code: string,
    /** What is wrong with the flow, each with its line. */
    readonly problems: readonly FlowProblem[],
  ) {
    super('lucka-wizard-error', { bubbles: true, composed: true });
  }
}
