import { replaceServerMarkup } from './shared/replace-server-markup.js';

const known = new WeakSet<Element>();

/**
 * Lets elements replace the markup that a server rendered (lucka/ssr.js) once they have content of their own. Nothing moves,
 * and the server's markup stays if a script fails.
 *
 * Call it before the tags are defined; the loader of the browser build does.
 */
export function hydrateLucka(root: ParentNode = document, prefix = 'lucka'): void {
  for (const element of root.querySelectorAll<HTMLElement>(':not(:defined)')) {
    const { shadowRoot } = element;
    if (!element.localName.startsWith(`${prefix}-`) || !shadowRoot || known.has(element)) continue;
    known.add(element);
    replaceServerMarkup(shadowRoot);
  }
}
