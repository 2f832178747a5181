import { readStored, writeStored } from '../../../shared/storage.js';

/** Notices older than this tell nothing about today, in milliseconds. */
const MAX_AGE = 7 * 86_400_000;
/** A larger feed is not stored: storage is the page's too. */
const MAX_CHARACTERS = 65_536;

/** The last answer of a feed. */
export interface CachedFeed {
  /** When it was received, in milliseconds since 1970. */
  readonly at: number;
  readonly notices: readonly unknown[];
}

/** Are notices that were received then still worth showing? */
export const isFresh = (at: number): boolean => Math.abs(Date.now() - at) < MAX_AGE;

export function writeCachedFeed(address: string, feed: CachedFeed): void {
  const text = JSON.stringify(feed);
  if (text.length < MAX_CHARACTERS) writeStored(`notices:${address}`, text);
}

/** The last answer that is stored on this device. What other scripts wrote under our name is ignored. */
export function readCachedFeed(address: string): CachedFeed | undefined {
  try {
    const { at, notices } = JSON.parse(readStored(`notices:${address}`) ?? '') as CachedFeed;
    return isFresh(at) && Array.isArray(notices) ? { at, notices } : undefined;
  } catch {
    return undefined;
  }
}
