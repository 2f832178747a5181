import type { ContentDocument } from './document.js';
import { renderers } from './render.js';

/**
 * Compiles Markdown from the page or a server. Loads the parser on first use.
 *
 * @param address where it came from; '' when the page itself held it
 * @throws {ContentError}
 */
export async function compileHostMarkdown(source: string, address = ''): Promise<ContentDocument> {
  const [{ compileDocument }, { withOwnImages }, { hostRenderers }] = await Promise.all([
    import('./compile.js'),
    import('./images.js'),
    import('./host-renderers.js'),
  ]);
  Object.assign(renderers, hostRenderers);
  return withOwnImages(await compileDocument(source), address);
}

/** The child elements that hold Markdown. */
export const MARKDOWN_CHILD = ':scope > script[type="text/markdown"]';

/**
 * The text of a child `<script type="text/markdown">`, or undefined when there is none. With several, one a language
 * (`lang="sv"`), the page's language decides.
 */
export function readInlineMarkdown(element: Element, lang: string): string | undefined {
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
