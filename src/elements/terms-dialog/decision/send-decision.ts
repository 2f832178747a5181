import { ServiceError } from '../../../services/service-error.js';
import { isReceiptOf, type TermsDecisionRequest } from '../../../services/terms.js';
import type { TermsRecord } from '../decision-record.js';
import { serviceOf } from '../host-terms.js';
import type { TermsSource } from '../terms-source.js';
import { withReceipt } from './create-record.js';

/**
 * Sends a decision to the agency's server.
 *
 * @returns the record with what the server's receipt says
 * @throws {ServiceError} `malformed-answer` for the receipt of another decision
 */
export async function sendDecision(
  source: TermsSource,
  record: TermsRecord,
  idempotencyKey: string,
): Promise<TermsRecord> {
  const { documentId, version, lang, digest, decision } = record;
  // The server decides which languages it knows; the type names those of the contract.
  const request = { version, lang, digest, decision } as TermsDecisionRequest;
  const receipt = await serviceOf(source)?.decideTerms(documentId, request, { idempotencyKey });
  const saved = receipt ? withReceipt(record, receipt) : record;
  // A service that the page supplied may leave members out, but not say something else.
  if (!isReceiptOf(request)(saved))
    throw new ServiceError('terms: decideTerms', 'malformed-answer');
  return saved;
}
