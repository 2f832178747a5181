import { warnOnce } from '../../../shared/attributes.js';
import { focusPlace, headingsIn } from '../../../shared/page-focus.js';

export type PageFocusHost = HTMLElement & {
  /** Selects the place; '' for none. */
  readonly returnFocus: string;
};

/**
 * Moves the focus to the page after a dialog has closed that nothing in the page had opened. Without it, the next Tab starts at
 * the end of the page, where the dialog usually is, and screen readers say nothing.
 *
 * @param host `return-focus` selects the place; else it is the first heading of the page's main part, or the main part itself
 */
export function focusPage(host: PageFocusHost): void {
  // Meanwhile the page may have moved it.
  const { activeElement } = document;
  if (activeElement !== host && activeElement !== document.body) return;
  // Firefox leaves a caret where the dialog was, and Orca would go on reading there.
  getSelection()?.removeAllRanges();
  const main = document.querySelector('main');
  // Of a main part alone a screen reader says no name, and goes on reading below it.
  focusPlace(placeOf(host) ?? headingsIn(main ?? document)[0] ?? main);
}

function placeOf(host: PageFocusHost): HTMLElement | null {
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
