import { readStored } from '../../shared/storage.js';
import type { TermsRecord } from './decision-record.js';

export type StoredDecision = Pick<
  TermsRecord,
  'documentId' | 'version' | 'digest' | 'decision' | 'decidedAt' | 'lang'
>;

/** Decisions of this page's life, for `storage="none"`. */
export const decisionsOfPage = new Map<string, StoredDecision>();

export const storageKey = (documentId: string): string => `terms:${documentId}`;

export function storedDecision(
  documentId: string,
  storage: 'local' | 'none',
): StoredDecision | undefined {
  return storage === 'local'
    ? parse(readStored(storageKey(documentId)) ?? 'null')
    : decisionsOfPage.get(documentId);
}

/** What other scripts may have written under our name is not believed. */
function parse(stored: string): StoredDecision | undefined {
  try {
    const value: unknown = JSON.parse(stored);
    return isStoredDecision(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isStoredDecision(value: unknown): value is StoredDecision {
  const { documentId, version, digest, decision, decidedAt, lang } = Object(
    value,
  ) as StoredDecision;
  const texts: unknown[] = [documentId, version, digest, decidedAt, lang];
  return /^(accepted|declined)$/.test(decision) && texts.every((text) => typeof text === 'string');
}
