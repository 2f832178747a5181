/** Until the notices bring theirs: an empty region takes no room. */
const STYLES =
  ':host{display:block}:host([hidden]){display:none!important}p:empty{position:absolute}';

/** One for all banners of the page. */
let sheet: CSSStyleSheet | undefined;

function frameStyles(): CSSStyleSheet {
  if (sheet) return sheet;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  return sheet;
}

function createRegion(name: string, value: string): HTMLElement {
  const region = document.createElement('p');
  region.className = 'visually-hidden';
  region.setAttribute('role', 'status');
  region.setAttribute(name, value);
  return region;
}

/**
 * What is in the banner's shadow root on every day: the page's own content until there is an answer, and the two live regions,
 * which are in the accessibility tree from the start (see `shared/element-context.ts`). Made without Lit.
 */
export class Frame {
  readonly #slot = document.createElement('slot');
  /** Where the notices are rendered. */
  readonly view = document.createElement('div');

  /** Puts it into a shadow root, before what a server rendered there. */
  attach(shadowRoot: ShadowRoot, onSlotChange: () => void): ShadowRoot {
    const root = document.createElement('div');
    root.className = 'root';
    const regions = [createRegion('part', 'status'), createRegion('aria-live', 'assertive')];
    root.append(this.view, ...regions);
    this.#slot.addEventListener('slotchange', onSlotChange);
    shadowRoot.adoptedStyleSheets = [frameStyles()];
    shadowRoot.prepend(root);
    return shadowRoot;
  }

  update(showsSlot: boolean, isBusy: boolean): void {
    if (!showsSlot) this.#slot.remove();
    else if (this.#slot.parentNode !== this.view) this.view.append(this.#slot);
    if (!isBusy) this.view.removeAttribute('aria-busy');
    else if (!this.view.hasAttribute('aria-busy')) this.view.setAttribute('aria-busy', 'true');
  }
}
