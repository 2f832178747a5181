import { warnOnce } from '../../../shared/attributes.js';
import { focusPlace, headingsIn } from '../../../shared/page-focus.js';

/**
 * Moves the focus to the page after a dialog has closed that nothing in the page had opened. Without it, the next Tab starts at
 * the end of the page, where the dialog usually is, and screen readers say nothing.
 *
 * @param host `return-focus` selects the place; else it is the page's main part, else its first heading
 */
export function focusPage(host: HTMLElement & { readonly returnFocus: string }): void {
  focusPlace(
    placeOf(host) ?? document.querySelector<HTMLElement>('main') ?? headingsIn(document)[0],
  );
}

function placeOf(host: HTMLElement & { readonly returnFocus: string }): HTMLElement | null {
  const { returnFocus } = host;
  if (!returnFocus) return null;
  try {
    const place = document.querySelector<HTMLElement>(returnFocus);
    if (place) return place;
  } catch {
    // Not a selector.
  }
  warnOnce(host, 'return-focus', `selects nothing in the page: "${returnFocus}".`);
  return null;
}
