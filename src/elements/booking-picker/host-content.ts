import type { ContentDocument } from '../../content/document.js';
import { MAX_BYTES } from '../../content/limits.js';
import { compileHostMarkdown } from '../../content/host-markdown.js';
import { requestText } from '../../services/request.js';

/** The page's own texts. @throws {ServiceError | ContentError} */
export async function loadHostContent(
  src: string,
  lang: string,
  signal: AbortSignal,
): Promise<ContentDocument> {
  const address = src.replaceAll('{lang}', encodeURIComponent(lang));
  const text = await requestText('bookings: src', address, MAX_BYTES, signal);
  return compileHostMarkdown(text, address);
}
