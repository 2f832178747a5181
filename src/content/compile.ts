import { namedCharactersIn } from './character-references.js';
import { digestOf } from './digest.js';
import type { ContentDocument } from './document.js';
import { ContentError } from './content-error.js';
import { readFrontMatter, type Meta, type MetaValue } from './front-matter.js';
import { MAX_BYTES } from './limits.js';
import { parseMarkdown } from './parse.js';
import { stripAnnotations } from './strip-annotations.js';

/**
 * Compiles Markdown text to a document: at build time for built-in content, in the page for content from pages and servers.
 *
 * @throws {ContentError} when the text is too large, its front matter is broken, or two headings share an id.
 */
export async function compileDocument(source: string): Promise<ContentDocument> {
  if (new TextEncoder().encode(source).length > MAX_BYTES) {
    throw new ContentError(`The text is larger than ${MAX_BYTES} bytes.`, 1);
  }
  const { meta, body } = readFrontMatter(source);
  const named = await namedCharactersIn(body);
  return { meta: stripMeta(meta), ...parseMarkdown(body, named), digest: await digestOf(source) };
}

/** Front matter without annotations: only the blocks of a document keep its sources. */
const stripMeta = (meta: Meta): Meta =>
  Object.fromEntries(Object.entries(meta).map(([key, value]) => [key, stripValue(value)]));

function stripValue(value: MetaValue): MetaValue {
  if (typeof value === 'string') return stripAnnotations(value);
  return Array.isArray(value) ? value.map(stripAnnotations) : value;
}
