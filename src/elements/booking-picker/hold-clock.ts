/** How long before its end a hold is warned of, in milliseconds. */
export const WARNING = 120_000;

/** A hold is there, is about to end, or has ended. */
export type HoldPhase = 'held' | 'ending' | 'over';

/** @param expiresAt RFC 3339 @param now the server's clock, never the visitor's */
export function phaseOf(expiresAt: string, now: Date): HoldPhase {
  const left = Date.parse(expiresAt) - now.getTime();
  if (left <= 0) return 'over';
  return left <= WARNING ? 'ending' : 'held';
}

/** Milliseconds until the phase changes; undefined when it never will. */
export function untilNextPhase(expiresAt: string, now: Date): number | undefined {
  const left = Date.parse(expiresAt) - now.getTime();
  if (left <= 0) return undefined;
  return left <= WARNING ? left : left - WARNING;
}
