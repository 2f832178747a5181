/** How long before its end a hold is warned of, in milliseconds. */
export const WARNING_MS = 120_000;

const MINUTE_MS = 60_000;

/** A hold is there, is about to end, has less than a minute left, or has ended. */
export type HoldPhase = 'held' | 'ending' | 'last-minute' | 'expired';

/** @param expiresAt RFC 3339 @param now the server's clock, never the visitor's */
export function phaseOf(expiresAt: string, now: Date): HoldPhase {
  const left = Date.parse(expiresAt) - now.getTime();
  if (left <= 0) return 'expired';
  if (left <= MINUTE_MS) return 'last-minute';
  return left <= WARNING_MS ? 'ending' : 'held';
}

/** Milliseconds until the phase changes; undefined when it never will. */
export function untilNextPhase(expiresAt: string, now: Date): number | undefined {
  const left = Date.parse(expiresAt) - now.getTime();
  if (left <= 0) return undefined;
  const next = [WARNING_MS, MINUTE_MS, 0].find((limit) => left > limit) ?? 0;
  return left - next;
}
