import { parseEnum } from '../../shared/attributes.js';
import { readStored, writeStored } from '../../shared/storage.js';
import type { BannerSettings } from './settings.js';

const KEY = 'notices-hidden';
/** Beyond this many the oldest are forgotten. */
const MAX_COUNT = 50;

/** Dismissals of this page's life, for `storage="none"`. */
let ofThisPage: readonly string[] = [];

type Host = HTMLElement & Pick<BannerSettings, 'storage'>;

const isStored = (host: Host): boolean =>
  parseEnum(host, 'storage', host.storage, ['local', 'none']) === 'local';

/** The keys of dismissals (`dismissalKey`). What other scripts wrote under our name is ignored. */
export function readDismissals(host: Host): readonly string[] {
  if (!isStored(host)) return ofThisPage;
  try {
    const keys: unknown = JSON.parse(readStored(KEY) ?? '[]');
    return Array.isArray(keys) ? keys.map(String) : [];
  } catch {
    return [];
  }
}

/** @returns the keys that are stored */
export function writeDismissals(host: Host, keys: readonly string[]): readonly string[] {
  const kept = [...new Set(keys)].slice(-MAX_COUNT);
  if (isStored(host)) writeStored(KEY, JSON.stringify(kept));
  else ofThisPage = kept;
  return kept;
}
