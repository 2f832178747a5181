/** The visible headings in the order of the page. */
const headingsIn = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6, [role="heading"]')].filter(
    (heading) => heading.getClientRects().length,
  );

/**
 * Moves the focus to the heading after an element, or to the page's main part where there is none: what had the focus has
 * gone with the last notice. A heading takes focus only with a `tabindex`; it is taken off again afterwards.
 */
export function focusNextHeading(element: HTMLElement): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  const next = headingsIn(root).find(
    (heading) =>
      element.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING &&
      !element.contains(heading),
  );
  if (!next && root instanceof ShadowRoot) return focusNextHeading(root.host as HTMLElement);
  const target = next ?? document.querySelector<HTMLElement>('main');
  if (!target) return;
  if (!target.hasAttribute('tabindex')) {
    target.setAttribute('tabindex', '-1');
    target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
  }
  target.focus();
}
