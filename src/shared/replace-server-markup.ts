/**
 * Replaces the markup that a server rendered into a shadow root once the element has rendered content of its own beside it.
 * Until then the element's own root is hidden, so nothing moves, and the server's markup stays if a script fails.
 */
export function replaceServerMarkup(shadowRoot: ShadowRoot): void {
  const fromServer = [...shadowRoot.childNodes];
  const observer = new MutationObserver(() => {
    const own = [...shadowRoot.children].find(
      (child) => child.classList.contains('root') && !fromServer.includes(child),
    );
    if (!(own instanceof HTMLElement)) return;
    // A view that is not busy, with something else than the page's own content. The live regions hold no elements.
    const hasContent = own.querySelector(':scope > :not([aria-busy]) > :not(slot)');
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
