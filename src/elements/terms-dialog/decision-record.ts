import type { TermsDecisionRequest } from '../../services/terms.js';
import type { Controller, TermsDocument } from './terms-document.js';

/** What a person can decide: to accept, or to decline. */
export type Decision = TermsDecisionRequest['decision'];

/**
 * What was decided, on which text, when. Field names follow ISO/IEC TS 27560 where one fits. It records acceptance of
 * terms, which is not consent under the GDPR: it has no lawful basis.
 */
export interface TermsRecord {
  readonly documentId: string;
  readonly version: string;
  /** `sha256-…` of the whole text; '' for a decision of which only the version is known. */
  readonly digest: string;
  readonly lang: string;
  readonly decision: Decision;
  /** RFC 3339. */
  readonly decidedAt: string;
  readonly method: 'web dialog';
  readonly controller: Controller | undefined;
  readonly jurisdiction: 'SE';
  /** Was the digest computed in the page from the text shown? False on plain http. */
  readonly verified: boolean;
  /** Given by the server. */
  readonly receiptId?: string;
  readonly principalId?: string;
}

/** The record of a version that was accepted before, of which no more is known than this. */
export function earlierRecord(
  terms: TermsDocument,
  accepted: { version: string; lang?: string; at?: string },
): TermsRecord {
  const isSame = accepted.version === terms.version;
  return {
    documentId: terms.id,
    version: accepted.version,
    digest: isSame ? terms.digest : '',
    lang: accepted.lang ?? terms.lang,
    decision: 'accepted',
    decidedAt: accepted.at ?? '',
    method: 'web dialog',
    controller: terms.controller,
    jurisdiction: 'SE',
    verified: isSame && terms.verified,
  };
}
