/** The notices could not be read. The last known ones stay, with their age. */
export class LuckaNoticeErrorEvent extends Event {
  constructor(
    /** The contract's problem code, or what the browser saw: `offline`, `network`, `timeout`, `malformed-answer`, `http` … */
    readonly code: string,
    /** Age of the last known notices; undefined when there are none. */
    readonly ageSeconds: number | undefined,
  ) {
    super('lucka-notice-error', { bubbles: true, composed: true });
  }
}
