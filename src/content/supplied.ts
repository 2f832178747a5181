import type { ContentDocument } from './document.js';
import { renderers } from './render.js';

/**
 * Markdown that a page or a server gives. The parser is loaded only now.
 *
 * @param address where it came from; '' when the page itself held it
 * @throws {ContentError}
 */
export async function compileSupplied(source: string, address = ''): Promise<ContentDocument> {
  const [{ compileDocument }, { withOwnImages }, { suppliedRenderers }] = await Promise.all([
    import('./compile.js'),
    import('./images.js'),
    import('./render-supplied.js'),
  ]);
  Object.assign(renderers, suppliedRenderers);
  return withOwnImages(await compileDocument(source), address);
}

/** The child elements that hold Markdown. */
export const MARKDOWN_CHILD = ':scope > script[type="text/markdown"]';

/**
 * The text of a child `<script type="text/markdown">`, or undefined when there is none. With several, one a language
 * (`lang="sv"`), the page's language decides.
 */
export function childMarkdown(element: Element, lang: string): string | undefined {
  const scripts = element.querySelectorAll<HTMLScriptElement>(MARKDOWN_CHILD);
  const script = Array.from(scripts).find((each) => each.lang === lang) ?? scripts[0];
  return script && unindent(script.textContent ?? '');
}

/** Markup is usually indented; in Markdown four spaces would make it code. */
function unindent(text: string): string {
  const lines = text
    .replace(/^\s*(?=---\n)|^[ \t]*\n/, '')
    .replace(/\s+$/, '\n')
    .split('\n');
  const indents = lines
    .filter((line) => line.trim())
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(Number.isFinite(indent) ? indent : 0)).join('\n');
}
