import { buildInfo } from './build-info.js';
import { packInUse, setPackInUse } from './i18n/pack-in-use.js';
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
 *
 * An agency's own content: `<script type="module" src="/lucka/lucka.js" data-content="/content/pack.json">`.
 */
const NAMES = [
  'booking-picker',
  'document-wizard',
  'maintenance-banner',
  'message-composer',
  'terms-dialog',
];

const MARK = Symbol.for('lucka');

const report = (error: unknown, tag = 'data-lucka'): void =>
  console.error(`[lucka] <${tag}> could not be loaded.`, error);

function load(root: ParentNode): void {
  // Most pages have none: what they need is loaded where there is one, and the elements that it adds are seen as they come.
  if (root.querySelector('[data-lucka]'))
    import('./shared/data-lucka.js').then(({ upgradeDivs }) => upgradeDivs(root), report);
  for (const name of NAMES) {
    const tag = `lucka-${name}`;
    const element = root.querySelector(`${tag}:not(:defined)`);
    if (!element) continue;
    preload(name, element);
    beforeDefinition(root, tag)
      .then(() => import(/* @vite-ignore */ `./${name}.js`))
      .catch((error: unknown) => report(error, tag));
  }
}

/** What shows other texts than the built-in ones at first, or none. */
const WITHOUT_CONTENT = '[src],[manual],[mode=view],lucka-terms-dialog[endpoint]';

/**
 * Requests at once what the element will import step by step: what all share, and its words and first content (tools/chunks.js). A wrong
 * guess costs bytes only, and the element reports what cannot be loaded.
 */
function preload(name: string, element: Element): void {
  // On most days the banner needs nothing more.
  if (!buildInfo.hash || name === 'maintenance-banner') return;
  const request = (file: string): void =>
    void import(/* @vite-ignore */ `./chunks/${file}-${buildInfo.hash}.js`).catch(() => undefined);
  request('core');
  if (packInUse() || element.matches(WITHOUT_CONTENT) || element.querySelector('script')) return;
  // Also what a translator of the browser makes of it: see i18n/locale.ts.
  const lang = /\bsv\b/.test(document.documentElement.lang) ? 'sv' : 'en';
  request(`${name}.${lang}`);
}

/** What a server has rendered must be known before the tag is defined. */
async function beforeDefinition(root: ParentNode, tag: string): Promise<void> {
  if ([...root.querySelectorAll(tag)].some(({ shadowRoot }) => shadowRoot))
    (await import('./hydrate.js')).hydrateLucka(root);
}

/** The content pack that the loader's tag names: the elements wait for it from their first line on. */
function startContentPack(): void {
  const script = document.querySelector<HTMLElement>('script[src*=lucka][data-content]');
  const { content } = script?.dataset ?? {};
  if (!content) return;
  const opened = import('./content.js').then(({ openContentPack }) => openContentPack(content));
  setPackInUse({ opened, isPending: true });
  // It has been told by then; a page without elements waits for nothing.
  opened.catch(() => undefined);
}

function start(): void {
  if (!isSupported()) return;
  const present = Reflect.get(document, MARK) as string | undefined;
  if (present !== undefined) {
    console.warn(
      `[lucka] Version ${present} is on this page already; version ${VERSION} leaves it alone.`,
    );
    return;
  }
  Object.defineProperty(document, MARK, { value: VERSION });
  startContentPack();
  new MutationObserver((records) => {
    if (records.some(({ addedNodes }) => addedNodes.length)) load(document);
  }).observe(document, { childList: true, subtree: true });
  load(document);
}

start();
