import { readStored, writeStored } from '../../shared/storage.js';

/** Notices older than this tell nothing about today, in milliseconds. */
const MOST_AGE = 7 * 86_400_000;
/** A feed that is larger is not kept: storage is the page's too. */
const MOST_CHARACTERS = 65_536;

export interface LastKnown {
  /** When they were read, in milliseconds since 1970. */
  readonly at: number;
  readonly notices: readonly unknown[];
}

export const isFresh = (at: number): boolean => Math.abs(Date.now() - at) < MOST_AGE;

export function keepLastKnown(address: string, known: LastKnown): void {
  const text = JSON.stringify(known);
  if (text.length < MOST_CHARACTERS) writeStored(`notices:${address}`, text);
}

/** What was read last on this device; what other scripts wrote under our name is not believed. */
export function lastKnown(address: string): LastKnown | undefined {
  try {
    const { at, notices } = JSON.parse(readStored(`notices:${address}`) ?? '') as LastKnown;
    return isFresh(at) && Array.isArray(notices) ? { at, notices } : undefined;
  } catch {
    return undefined;
  }
}
