import { writeStored } from '../../../shared/storage.js';
import type { TermsRecord } from '../decision-record.js';
import { decisionsOfPage, storageKey, type StoredDecision } from '../decision-storage.js';

/** What was decided last, where no server keeps it: document, version, digest, decision, time; nothing about the person. */
export function storeDecision(record: TermsRecord, storage: 'local' | 'none'): void {
  const { documentId, version, digest, decision, decidedAt, lang } = record;
  const stored: StoredDecision = { documentId, version, digest, decision, decidedAt, lang };
  if (storage === 'local') writeStored(storageKey(documentId), JSON.stringify(stored));
  else decisionsOfPage.set(documentId, stored);
}
