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
  const { decision, ...rest } = Object(value) as Partial<StoredDecision>;
  const texts = [rest.documentId, rest.version, rest.digest, rest.decidedAt, rest.lang];
  const isDecision = decision === 'accepted' || decision === 'declined';
  return isDecision && texts.every((text) => typeof text === 'string');
}
