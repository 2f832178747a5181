/**
 * Takes over what a server rendered (lucka/ssr.js): an element draws itself unseen beside it, and takes its place once it
 * has something to show. Nothing moves, and what the server sent stays for as long as a script fails.
 *
 * Call it before the tags are defined; the loader of the browser build does.
 */
export function hydrateLucka(root: ParentNode = document, prefix = 'lucka'): void {
  for (const element of root.querySelectorAll<HTMLElement>(':not(:defined)')) {
    const { shadowRoot } = element;
    if (!element.localName.startsWith(`${prefix}-`) || !shadowRoot || known.has(element)) continue;
    known.add(element);
    takeOver(shadowRoot, [...shadowRoot.childNodes]);
  }
}

const known = new WeakSet<Element>();

function takeOver(shadowRoot: ShadowRoot, fromServer: readonly ChildNode[]): void {
  const observer = new MutationObserver(() => {
    const own = [...shadowRoot.children].find(
      (child) => child.classList.contains('root') && !fromServer.includes(child),
    );
    if (!(own instanceof HTMLElement)) return;
    const hasContent =
      own.getAttribute('aria-busy') !== 'true' &&
      [...own.children].some((child) => !child.matches('slot, [role="status"], [role="alert"]'));
    own.hidden = !hasContent;
    if (!hasContent) return;
    observer.disconnect();
    for (const node of fromServer) node.remove();
  });
  observer.observe(shadowRoot, {
    ...{ childList: true, subtree: true },
    attributes: true,
    attributeFilter: ['aria-busy'],
  });
}
