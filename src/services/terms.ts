import type { components } from './generated/contract.js';
import { csrfTokenFor } from './csrf-token.js';
import { hasStrings, isObject, request } from './request.js';
import type { EndpointOptions, ReadOptions, WriteOptions } from './request-options.js';

type Schemas = components['schemas'];

/** One version of a text. */
export type TermsText = Schemas['TermsText'];
/** The current text, and this person's decision. */
export type Terms = Schemas['Terms'];
export type TermsDecisionRequest = Schemas['TermsDecisionRequest'];
/** The element's record, with person and time added by the server. */
export type TermsReceipt = Schemas['TermsReceipt'];

/**
 * How the terms dialog talks to an agency. The methods are the contract's operations (`lucka/openapi.yaml`); they resolve to
 * the body and reject with a `ServiceError`.
 */
export interface TermsService {
  getTerms(termsId: string, lang: string, options?: ReadOptions): Promise<Terms>;
  getTermsVersion(
    termsId: string,
    version: string,
    lang: string,
    options?: ReadOptions,
  ): Promise<TermsText>;
  decideTerms(
    termsId: string,
    decision: TermsDecisionRequest,
    options: WriteOptions,
  ): Promise<TermsReceipt>;
}

/** The contract over HTTP. Requests carry the page's own cookies on its own origin, and none elsewhere. */
export function httpTermsService(
  endpoint: string,
  { csrfToken = () => '' }: EndpointOptions = {},
): TermsService {
  const of = (...parts: string[]): string =>
    [endpoint.replace(/\/+$/, ''), 'terms', ...parts.map(encodeURIComponent)].join('/');
  return {
    getTerms: (id, lang, { signal } = {}) =>
      request('terms: getTerms', `${of(id)}?lang=${encodeURIComponent(lang)}`, isTerms, { signal }),
    getTermsVersion: (id, version, lang, { signal } = {}) =>
      request(
        'terms: getTermsVersion',
        `${of(id, 'versions', version)}?lang=${encodeURIComponent(lang)}`,
        isTermsText,
        { signal },
      ),
    decideTerms: (id, body, { idempotencyKey, signal }) =>
      request('terms: decideTerms', of(id, 'decisions'), isReceiptOf(body), {
        method: 'POST',
        body,
        idempotencyKey,
        csrfToken: csrfTokenFor(endpoint, csrfToken()),
        signal,
      }),
  };
}

/** The members that a text must have for a decision on it to be proof. */
export const isTermsText = (body: unknown): body is TermsText =>
  hasStrings(body, 'version', 'lang', 'digest', 'markdown') && body['markdown'] !== '';

export const isTerms = (body: unknown): body is Terms =>
  isTermsText(body) &&
  isObject(body) &&
  typeof (body as Partial<Terms>).decisionNeeded === 'boolean';

/** Is this the receipt of exactly that decision? No other receipt proves it. */
export const isReceiptOf =
  ({ version, decision }: TermsDecisionRequest) =>
  (body: unknown): body is TermsReceipt =>
    hasStrings(body, 'decidedAt') && body['version'] === version && body['decision'] === decision;
