import { elementAttributes } from './generated/element-attributes.js';

/** Divs whose element was refused: each is reported once. */
const refused = new WeakSet<Element>();

/** Attributes with this end hold an address. */
const ADDRESS = /(?:src|href|endpoint)$/;

/** The page's origin and those that the loader's tag allows. In `<iframe srcdoc>` only `self.origin` is the page's. */
function isAllowed(address: string): boolean {
  const script = document.querySelector<HTMLElement>('script[data-lucka-origins]');
  const allowed = script?.dataset['luckaOrigins']?.split(/\s+/) ?? [];
  try {
    const { origin, protocol } = new URL(address, document.baseURI);
    return (
      /^https?:$/.test(protocol) && [self.origin, location.origin, ...allowed].includes(origin)
    );
  } catch {
    return false;
  }
}

/** Puts the element inside the div, once: also a div that a page's script copied has it already. */
function upgrade(place: HTMLElement): void {
  const tag = `lucka-${place.dataset['lucka'] ?? ''}`;
  if (
    !Object.hasOwn(elementAttributes, tag) ||
    refused.has(place) ||
    place.querySelector(`:scope > ${tag}`)
  )
    return;
  const element = document.createElement(tag);
  for (const name of elementAttributes[tag]?.split(' ') ?? []) {
    const value = place.getAttribute(`data-${name}`);
    if (value === null) continue;
    if (!ADDRESS.test(name) || isAllowed(value)) {
      element.setAttribute(name, value);
      continue;
    }
    console.error(
      `[lucka] data-lucka="${tag.slice(6)}": data-${name} must be an address of this page's origin, or of one in data-lucka-origins on the loader's script tag.`,
    );
    if (name.endsWith('href')) continue;
    // Without the service it was made for, the element would do something else: what stands in the div remains.
    refused.add(place);
    return;
  }
  for (const child of place.children) {
    const slot = child.getAttribute('data-slot');
    if (slot) child.slot = slot;
  }
  element.append(...place.childNodes);
  place.append(element);
}

/**
 * Puts the elements inside the divs that content management systems leave: see src/loader.ts.
 *
 * @param root the page, or a part of it
 */
export function upgradeDivs(root: ParentNode): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-lucka]')) {
    try {
      upgrade(place);
    } catch (error) {
      // Such as a form whose field is called "getAttribute": it hurts no other element.
      console.error('[lucka]', place, error);
    }
  }
}
