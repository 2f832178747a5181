/**
 * The server's clock at the time of the response: `Date`, plus `Age` for a cached response (RFC 9110, 6.6.1; RFC 9111, 5.1).
 *
 * @returns undefined if the page may not read it: across origins without `Access-Control-Expose-Headers`
 */
export function serverTimeOf(headers: Headers): Date | undefined {
  const date = Date.parse(headers.get('date') ?? '');
  const age = headers.get('age') ?? '';
  if (Number.isNaN(date)) return undefined;
  return new Date(date + (/^\d{1,9}$/.test(age) ? Number(age) * 1000 : 0));
}

/** The visitor's clock, corrected by the server's clock if that is known. */
export class ServerClock {
  /** Milliseconds to add to the visitor's clock. */
  #ahead = 0;

  /**
   * Synchronizes with a response. A cache may have stored it without saying so (or the page may not read `Age` across origins),
   * so a `Date` alone is only a lower bound. A response to a write, one that may not be stored, and one with `Age` give the
   * exact time. `Date` has whole seconds and the response takes time to arrive, so a difference under two seconds is ignored.
   *
   * @param isWrite whether the request is one that no cache may answer (RFC 9111, 4)
   */
  sync(headers: Headers, isWrite = false, visitorsNow = Date.now()): void {
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
