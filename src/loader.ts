import { hydrateLucka } from './hydrate.js';
import { elementAttributes } from './shared/generated/element-attributes.js';
import { isSupported } from './shared/supported.js';
import { VERSION } from './shared/version.js';

/**
 * For pages without a bundler: one script tag, and only the elements whose tags stand on the page are loaded, now and
 * later. No Lit in here: a second loader finds the first one's mark and loads nothing. In a browser that is too old it loads
 * nothing either.
 *
 * Editors that strip tags they do not know leave `<div data-lucka="terms-dialog" data-endpoint="/api">…</div>`: the element
 * is put inside the div, with the div's children as its fallback and its `data-…` as attributes. The same editors take
 * `slot` away: a child's `data-slot="intro"` stands for it.
 *
 * HTML sanitizers let `data-*` through, so such a div may be somebody else's: only attributes that the element documents
 * are taken, and addresses only of the page's own origin, or of those that the loader's tag allows:
 * `<script type="module" src="/lucka/lucka.js" data-lucka-origins="https://status.example">`.
 */
const elements: Readonly<Record<string, () => Promise<unknown>>> = {
  'lucka-booking-picker': () => import('./booking-picker.js'),
  'lucka-document-wizard': () => import('./document-wizard.js'),
  'lucka-maintenance-banner': () => import('./maintenance-banner.js'),
  'lucka-message-composer': () => import('./message-composer.js'),
  'lucka-terms-dialog': () => import('./terms-dialog.js'),
};

const MARK = Symbol.for('lucka');

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
  if (!Object.hasOwn(elements, tag) || refused.has(place) || place.querySelector(`:scope > ${tag}`))
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

function load(root: ParentNode): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-lucka]')) {
    try {
      upgrade(place);
    } catch (error) {
      // Such as a form whose field is called "getAttribute": it hurts no other element.
      console.error('[lucka]', place, error);
    }
  }
  hydrateLucka(root);
  for (const [tag, importElement] of Object.entries(elements)) {
    if (customElements.get(tag) || !root.querySelector(tag)) continue;
    importElement().catch((error: unknown) =>
      console.error(`[lucka] <${tag}> could not be loaded.`, error),
    );
  }
}

function start(): void {
  if (!isSupported()) return;
  const present = Object.getOwnPropertyDescriptor(document, MARK)?.value as string | undefined;
  if (present !== undefined) {
    console.warn(
      `[lucka] Version ${present} is on this page already; version ${VERSION} leaves it alone.`,
    );
    return;
  }
  Object.defineProperty(document, MARK, { value: VERSION });
  new MutationObserver((records) => {
    if (records.some(({ addedNodes }) => addedNodes.length)) load(document);
  }).observe(document, { childList: true, subtree: true });
  load(document);
}

start();
