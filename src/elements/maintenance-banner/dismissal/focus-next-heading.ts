import { focusPlace, headingsIn } from '../../../shared/page-focus.js';

/**
 * Moves the focus to the heading after an element, or to the page's main part where there is none: what had the focus has
 * gone with the last notice.
 */
export function focusNextHeading(element: HTMLElement): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  const next = headingsIn(root).find(
    (heading) =>
      element.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING &&
      !element.contains(heading),
  );
  if (!next && root instanceof ShadowRoot) return focusNextHeading(root.host as HTMLElement);
  focusPlace(next ?? document.querySelector('main'));
}
