import type { Decision, TermsRecord } from '../decision-record.js';
import type { TermsDocument } from '../terms-document.js';

/** The record of a decision on this text. */
export function createRecord(terms: TermsDocument, decision: Decision, now: Date): TermsRecord {
  const { id, version, digest, lang, controller, verified } = terms;
  return {
    documentId: id,
    version,
    digest,
    lang,
    decision,
    decidedAt: now.toISOString(),
    method: 'web dialog',
    controller,
    jurisdiction: 'SE',
    verified,
  };
}
