/**
 * The server's clock when it answered: `Date`, and `Age` for what a cache kept (RFC 9110, 6.6.1; RFC 9111, 5.1).
 *
 * @returns undefined where the page may not read it: across origins without `Access-Control-Expose-Headers`
 */
export function serverTimeOf(headers: Headers): Date | undefined {
  const date = Date.parse(headers.get('date') ?? '');
  const age = headers.get('age') ?? '';
  if (Number.isNaN(date)) return undefined;
  return new Date(date + (/^\d{1,9}$/.test(age) ? Number(age) * 1000 : 0));
}

/** The visitor's clock, corrected by the server's where that is known. */
export class ServerClock {
  /** Milliseconds to add to the visitor's clock. */
  #ahead = 0;

  /**
   * Learns from an answer. A cache may have kept it without telling (or the page may not read `Age` across origins), so a `Date`
   * alone says only that it is not earlier than that. An answer to a write, one that may not be stored, and one with `Age` say
   * what time it is. `Date` has whole seconds and the answer was on its way, so a difference under two seconds is taken for
   * none: a clock that is right is left alone.
   *
   * @param isWrite was the request one that no cache answers (RFC 9111, 4)?
   */
  learn(headers: Headers, isWrite = false, visitorsNow = Date.now()): void {
    const server = serverTimeOf(headers);
    if (!server) return;
    const ahead = server.getTime() - visitorsNow;
    const isFresh =
      isWrite || headers.has('age') || /\bno-store\b/.test(headers.get('cache-control') ?? '');
    if (isFresh) this.#ahead = Math.abs(ahead) < 2000 ? 0 : ahead;
    else if (ahead - this.#ahead >= 2000) this.#ahead = ahead;
  }

  readonly now = (): Date => new Date(Date.now() + this.#ahead);
}
