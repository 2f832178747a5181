/**
 * The place within a text that a link of it names, for the `click` events of a shadow root: addresses end there, and the
 * page's own address is left alone. Links of the page in a slot are the page's own.
 *
 * @returns '' when the event is of no such link; then it goes on as usual
 */
export function linkedPlace(event: Event): { id: string; link: Element | undefined } {
  const link = (event.target as Element).closest('a[href^="#"]') ?? undefined;
  const root = (event.currentTarget as Node).getRootNode();
  if (!link || link.getRootNode() !== root) return { id: '', link: undefined };
  event.preventDefault();
  return { id: link.getAttribute('href')?.slice(1) ?? '', link };
}

/** Moves focus to the place that a link of the text names, the nearest of that name, and opens what it is folded into. */
export function followLink(event: Event): void {
  const { id, link } = linkedPlace(event);
  const selector = `[data-id="${CSS.escape(id)}"]`;
  let place: HTMLElement | null | undefined;
  for (let scope = link?.parentElement; scope && !place; scope = scope.parentElement)
    place = scope.querySelector<HTMLElement>(selector);
  const fold = place?.closest('details');
  if (fold) fold.open = true;
  place?.focus();
}
