import { hydrateLucka } from './hydrate.js';
import { VERSION } from './parts/version.js';

/**
 * For pages without a bundler: one script tag, and only the elements whose tags stand on the page are loaded, now and
 * later. No Lit in here: a second loader finds the first one's mark and loads nothing.
 *
 * Editors that strip tags they do not know leave `<div data-lucka="terms-dialog" data-endpoint="/api">…</div>`: the element
 * is put inside the div, with the div's children as its fallback and its `data-…` as attributes. The same editors take
 * `slot` away: a child's `data-slot="intro"` stands for it.
 */
const elements: Readonly<Record<string, () => Promise<unknown>>> = {
  'lucka-booking-picker': () => import('./booking-picker.js'),
  'lucka-document-wizard': () => import('./document-wizard.js'),
  'lucka-maintenance-banner': () => import('./maintenance-banner.js'),
  'lucka-message-composer': () => import('./message-composer.js'),
  'lucka-terms-dialog': () => import('./terms-dialog.js'),
};

const MARK = Symbol.for('lucka');

/** Puts the element inside the div, once: also a div that a page's script copied has it already. */
function upgrade(place: HTMLElement): void {
  const tag = `lucka-${place.dataset['lucka'] ?? ''}`;
  if (!Object.hasOwn(elements, tag) || place.querySelector(`:scope > ${tag}`)) return;
  const element = document.createElement(tag);
  for (const { name, value } of place.attributes) {
    if (name.startsWith('data-') && name !== 'data-lucka')
      element.setAttribute(name.slice(5), value);
  }
  for (const child of place.children) {
    const slot = child.getAttribute('data-slot');
    if (slot) child.slot = slot;
  }
  element.append(...place.childNodes);
  place.append(element);
}

function load(root: ParentNode): void {
  root.querySelectorAll<HTMLElement>('[data-lucka]').forEach(upgrade);
  hydrateLucka(root);
  for (const [tag, importElement] of Object.entries(elements)) {
    if (customElements.get(tag) || !root.querySelector(tag)) continue;
    importElement().catch((error: unknown) =>
      console.error(`[lucka] <${tag}> could not be loaded.`, error),
    );
  }
}

function start(): void {
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
