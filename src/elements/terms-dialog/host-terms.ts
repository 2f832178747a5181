import { digestOf } from '../../content/digest.js';
import type { ContentDocument } from '../../content/document.js';
import { packInUse } from '../../i18n/pack-in-use.js';
import { MAX_BYTES } from '../../content/limits.js';
import { loadContent } from '../../content/load.js';
import { stripAnnotations } from '../../content/strip-annotations.js';
import { readInlineMarkdown, compileHostMarkdown } from '../../content/host-markdown.js';
import { requestText } from '../../services/request.js';
import { ServiceError } from '../../services/service-error.js';
import {
  httpTermsService,
  isReceiptOf,
  isTermsText,
  type TermsDecisionRequest,
  type TermsReceipt,
  type TermsService,
  type TermsText,
} from '../../services/terms.js';
import type { TermsRecord } from './decision-record.js';
import type { TermsSource } from './terms-source.js';
import { termsDocument, type TermsDocument } from './terms-document.js';
import { builtInDigests } from './digests.js';
import { termsLoaders } from './content.js';

/** The text from the service, from `src` or from a child element; undefined when the page gave none of them. */
export async function loadHostTerms(
  source: TermsSource,
  signal: AbortSignal,
): Promise<TermsDocument | undefined> {
  const { src, element, termsId: id, lang } = source;
  const service = serviceOf(source);
  if (service) {
    const {
      accepted = null,
      upcoming = null,
      decisionNeeded,
      ...text
    } = await service.getTerms(id, lang, { signal });
    const acceptanceStatus = {
      accepted,
      upcoming,
      ...(typeof decisionNeeded === 'boolean' && { decisionNeeded }),
    };
    return { ...(await announcedTerms(text, source)), acceptanceStatus };
  }
  const address = src.replaceAll('{lang}', encodeURIComponent(lang));
  const markdown = src
    ? await requestText('terms: src', address, MAX_BYTES, signal)
    : readInlineMarkdown(element, lang);
  if (markdown === undefined) return undefined;
  const content = await compileHostMarkdown(markdown, address);
  return termsDocument(content, { id, lang, verified: Boolean(content.digest), markdown });
}

/** Another version of the text: the one accepted before, or the coming one. */
export async function loadVersion(
  source: TermsSource,
  version: string,
  signal: AbortSignal,
): Promise<TermsDocument> {
  const { termsId: id, lang } = source;
  const service = serviceOf(source);
  if (!service) throw new Error('Without a service there is one version only.');
  return announcedTerms(await service.getTermsVersion(id, version, lang, { signal }), source);
}

/** The page's own service, else the contract over HTTP at the endpoint. */
export const serviceOf = ({
  service,
  endpoint,
  csrfToken,
}: TermsSource): TermsService | undefined =>
  service ?? (endpoint ? httpTermsService(endpoint, { csrfToken: () => csrfToken }) : undefined);

/**
 * A text with the digest that the server announced for it. Nobody may accept a text that is not the announced one.
 *
 * @throws {ServiceError} `digest-mismatch`
 */
async function announcedTerms(
  announced: TermsText,
  { termsId: id, service, endpoint }: TermsSource,
): Promise<TermsDocument> {
  if (!isTermsText(announced)) throw new ServiceError('terms: getTerms', 'malformed-answer');
  const { markdown, digest, lang, changeSummary } = announced;
  const computed = await digestOf(markdown);
  if (computed && computed !== digest) throw new ServiceError('terms: getTerms', 'digest-mismatch');
  const content = await contentOf(announced, service ? '' : endpoint);
  const terms = termsDocument(content, {
    announced,
    id,
    lang,
    verified: Boolean(computed),
    markdown,
  });
  return changeSummary ? { ...terms, changeSummary: stripAnnotations(changeSummary) } : terms;
}

/** The built-in text, and that of the page's content pack, needs no parser; its digest says that it is the very same. */
async function contentOf(
  { id, digest, lang, markdown }: TermsText,
  address: string,
): Promise<ContentDocument> {
  const mayBeOurs = packInUse() || builtInDigests[lang] === digest;
  const own = mayBeOurs
    ? await loadContent(termsLoaders(id), lang).catch(() => undefined)
    : undefined;
  return own?.document.digest === digest ? own.document : compileHostMarkdown(markdown, address);
}

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

/** The server's receipt is the evidence; what it leaves out is ours. */
const withReceipt = (record: TermsRecord, receipt: TermsReceipt): TermsRecord => ({
  ...record,
  ...receipt,
});
