import { readStored, writeStored } from '../../shared/storage.js';

const KEY = 'notices-hidden';
/** More than these are forgotten, the oldest first. */
const MOST = 50;

/** Dismissals of this page's life, for `storage="none"`. */
let ofThisPage: readonly string[] = [];

/** Names of dismissals (see `dismissalKey`); what other scripts wrote under our name is not believed. */
export function dismissals(storage: 'local' | 'none'): readonly string[] {
  if (storage === 'none') return ofThisPage;
  try {
    const keys: unknown = JSON.parse(readStored(KEY) ?? '[]');
    return Array.isArray(keys) ? keys.map(String) : [];
  } catch {
    return [];
  }
}

export function keepDismissals(keys: readonly string[], storage: 'local' | 'none'): void {
  const kept = [...new Set(keys)].slice(-MOST);
  if (storage === 'none') ofThisPage = kept;
  else writeStored(KEY, JSON.stringify(kept));
}
