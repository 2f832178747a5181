import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';

/** How a text is announced. */
export interface AnnounceOptions {
  /** The text is shown as well; false by default: for screen readers only. */
  readonly visible?: boolean;
  /** Milliseconds to wait; a newer text replaces one that waits. 0 by default. */
  readonly delay?: number;
  /** Interrupts what a screen reader says: only for what a person must know now. False by default. */
  readonly urgent?: boolean;
}

/** What the parts of an element ask of it. */
export interface ElementContext {
  /** Announces a text to screen readers. The same text is announced again; '' empties the region. */
  announce(text: string, options?: AnnounceOptions): void;
  /**
   * Moves focus to an element of the shadow root, after the next update in which it is there. It has a role and a name. The error of a
   * field that has the focus already takes it in place of the field: Orca says nothing of a new description in Firefox.
   */
  focus(selector: string): void;
  /** Dispatches an event at the element. @returns false when it was cancelled */
  emit(event: Event): boolean;
}

interface Announcement {
  readonly text: string;
  readonly visible?: boolean | undefined;
}

const EMPTY: Announcement = { text: '' };

/**
 * The context of one element. It holds the element's two live regions, one polite and one assertive (WAI-ARIA 1.2,
 * `status`): both are in the accessibility tree, empty, from the first render on, since screen readers only
 * announce changes of regions that they know.
 */
export class HostContext implements ElementContext, ReactiveController {
  #polite = EMPTY;
  #urgent = EMPTY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #focusTarget = '';
  /** What had the focus when it was to be moved. */
  #focusedBefore: Element | null = null;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  announce(text: string, { visible, delay, urgent }: AnnounceOptions = {}): void {
    clearTimeout(this.#timer);
    const set = (): void => {
      const previous = urgent ? this.#urgent : this.#polite;
      // A text node that does not change is not announced: a no-break space at the end changes it.
      const changed = { text: text && text === previous.text ? `${text}\u00a0` : text, visible };
      this.#polite = urgent ? EMPTY : changed;
      this.#urgent = urgent ? changed : EMPTY;
      this.host.requestUpdate();
    };
    if (delay) this.#timer = setTimeout(set, delay);
    else set();
  }

  focus(selector: string): void {
    this.#focusTarget = selector;
    this.#focusedBefore = this.#focused;
    // Firefox would move a caret from what is removed to its parent, and Orca would go on reading after that.
    getSelection()?.removeAllRanges();
    this.host.requestUpdate();
  }

  emit(event: Event): boolean {
    return this.host.dispatchEvent(event);
  }

  hostUpdated(): void {
    if (!this.#focusTarget) return;
    const target = this.host.renderRoot.querySelector<HTMLElement>(this.#focusTarget);
    if (!target) return;
    this.#focusTarget = '';
    // The target came late, and the person has moved on meanwhile.
    const focused = this.#focused;
    if (focused && focused !== this.#focusedBefore) return;
    const place = target === focused ? (this.#errorOf(target) ?? target) : target;
    place.focus({ preventScroll: true });
    // All of it where it fits; else its top, which a plain focus may leave above the window.
    for (const each of [place, place.firstElementChild]) each?.scrollIntoView({ block: 'nearest' });
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#focusTarget = '';
  }

  /** The error of a field: the first part of its description, if it can take the focus. */
  #errorOf(field: Element): HTMLElement | null {
    const [id = ''] = (field.getAttribute('aria-describedby') ?? '').split(' ');
    return this.host.renderRoot.querySelector<HTMLElement>(`[id="${id}"][tabindex="-1"]`);
  }

  /** What has the focus, in this element's shadow root or in the page; null when nothing has. */
  get #focused(): Element | null {
    const { activeElement } = document;
    if (activeElement === document.body) return null;
    return (this.host.renderRoot as ShadowRoot).activeElement ?? activeElement;
  }

  /** The live regions: the last children of the element's root, outside everything that a view replaces. */
  renderRegions(): TemplateResult {
    const [polite, urgent] = [this.#polite, this.#urgent];
    // Not `alert`: Orca hears nothing of it in Firefox, and with `aria-live` as well VoiceOver says it twice. A role JAWS needs
    // in Firefox (Mozilla bug 1453673).
    // As a property: without markers of Lit, and a new text node each time.
    // prettier-ignore
    return html`<p class=${classOf(polite)} part="status" role="status" .textContent=${polite.text}></p><p
      class=${classOf(urgent)} role="status" aria-live="assertive" .textContent=${urgent.text}></p>`;
  }
}

// Clipped, never `display: none`: Firefox does not announce a region that was not rendered while it was empty.
const classOf = ({ text, visible }: Announcement): string =>
  text && visible ? 'status' : 'visually-hidden';
