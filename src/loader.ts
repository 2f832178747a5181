import { VERSION } from './parts/version.js';

/**
 * For pages without a bundler: one script tag, and only the elements whose tags stand on the page are loaded, now and
 * later. No Lit in here: a second loader finds the first one's mark and loads nothing.
 */
const elements: Readonly<Record<string, () => Promise<unknown>>> = {
  'lucka-document-wizard': () => import('./document-wizard.js'),
  'lucka-message-composer': () => import('./message-composer.js'),
  'lucka-terms-dialog': () => import('./terms-dialog.js'),
};

const MARK = Symbol.for('lucka');

function load(root: ParentNode): void {
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
