import { TermsUndecidedError } from '../events.js';
import type { TermsRecord } from '../decision-record.js';

interface Caller {
  readonly resolve: (record: TermsRecord) => void;
  readonly reject: (error: Error) => void;
}

/** The callers of `ensureAccepted()` that wait for a choice. */
export class WaitingCallers {
  #callers: Caller[] = [];

  get isEmpty(): boolean {
    return !this.#callers.length;
  }

  add(): Promise<TermsRecord> {
    return new Promise((resolve, reject) => this.#callers.push({ resolve, reject }));
  }

  accept(record: TermsRecord): void {
    for (const { resolve } of this.#callers.splice(0)) resolve(record);
  }

  /** @param error by default that nothing was decided */
  reject(error: Error = new TermsUndecidedError()): void {
    for (const { reject } of this.#callers.splice(0)) reject(error);
  }
}
