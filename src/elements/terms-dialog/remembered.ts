import { readStored, writeStored } from '../../shared/storage.js';
import type { TermsRecord } from './decision.js';

type Remembered = Pick<
  TermsRecord,
  'documentId' | 'version' | 'digest' | 'decision' | 'decidedAt' | 'lang'
>;

/** Decisions of this page's life, for `storage="none"`. */
const ofThisPage = new Map<string, Remembered>();

const keyOf = (documentId: string): string => `terms:${documentId}`;

/** What was decided last, where no server keeps it: document, version, digest, decision, time; nothing about the person. */
export function rememberDecision(record: TermsRecord, storage: 'local' | 'none'): void {
  const { documentId, version, digest, decision, decidedAt, lang } = record;
  const remembered: Remembered = { documentId, version, digest, decision, decidedAt, lang };
  if (storage === 'local') writeStored(keyOf(documentId), JSON.stringify(remembered));
  else ofThisPage.set(documentId, remembered);
}

export function rememberedDecision(
  documentId: string,
  storage: 'local' | 'none',
): Remembered | undefined {
  return storage === 'local'
    ? parsed(readStored(keyOf(documentId)) ?? 'null')
    : ofThisPage.get(documentId);
}

/** What other scripts may have written under our name is not believed. */
function parsed(stored: string): Remembered | undefined {
  try {
    const value = JSON.parse(stored) as Partial<Remembered> | null;
    const isRecord = typeof value?.version === 'string' && typeof value.decidedAt === 'string';
    return isRecord ? (value as Remembered) : undefined;
  } catch {
    return undefined;
  }
}
