import { digestOf } from './digest.js';
import type { ContentDocument } from './document.js';
import { ContentError } from './content-error.js';
import { readFrontMatter } from './front-matter.js';
import { MAX_BYTES } from './limits.js';
import { parseMarkdown } from './parse.js';

/**
 * Markdown text to a document: the one way, at build time for built-in content and in the page for supplied content.
 *
 * @throws {ContentError} when the text is too large, its front matter is broken, or two headings share an id.
 */
export async function compileDocument(source: string): Promise<ContentDocument> {
  if (new TextEncoder().encode(source).length > MAX_BYTES) {
    throw new ContentError(`The text is larger than ${MAX_BYTES} bytes.`, 1);
  }
  const { meta, body } = readFrontMatter(source);
  return { meta, ...parseMarkdown(body), digest: await digestOf(source) };
}
