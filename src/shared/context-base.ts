import type { ReactiveController } from 'lit';

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
   * Moves focus to an element of the shadow root, after the next update in which it is there. It has a role and a name.
   *
   * @param inSight what stays in sight where the element is taller than the window; its first child by default
   */
  focus(selector: string, inSight?: string): void;
  /** Dispatches an event at the element. @returns false when it was cancelled */
  emit(event: Event): boolean;
}

/** What a live region says. */
export interface Announcement {
  readonly text: string;
  readonly visible?: boolean | undefined;
}

const EMPTY: Announcement = { text: '' };

/** The element of a context. */
export interface ContextElement extends HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  requestUpdate(): void;
  addController(controller: ReactiveController): void;
}

/**
 * The context of one element, without its rendering, for which the banner has no Lit: what its two live regions say, one polite
 * and one assertive (WAI-ARIA 1.2, `status`), and what takes the focus.
 */
export class ContextBase implements ElementContext, ReactiveController {
  protected polite = EMPTY;
  protected urgent = EMPTY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #focusTarget = '';
  #inSight: string | undefined;
  /** What had the focus when it was to be moved. */
  #focusedBefore: Element | null = null;

  constructor(protected readonly host: ContextElement) {
    host.addController(this);
  }

  announce(text: string, { visible, delay, urgent }: AnnounceOptions = {}): void {
    clearTimeout(this.#timer);
    const set = (): void => {
      const previous = urgent ? this.urgent : this.polite;
      // A text node that does not change is not announced: a no-break space at the end changes it.
      const changed = { text: text && text === previous.text ? `${text}\u00a0` : text, visible };
      this.polite = urgent ? EMPTY : changed;
      this.urgent = urgent ? changed : EMPTY;
      this.host.requestUpdate();
    };
    if (delay) this.#timer = setTimeout(set, delay);
    else set();
  }

  focus(selector: string, inSight?: string): void {
    this.#focusTarget = selector;
    this.#inSight = inSight;
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
    // Firefox says nothing of a field that has the focus already and has become invalid.
    if (focused === target) target.blur();
    target.focus({ preventScroll: true });
    // All of it where it fits; else its top, which a plain focus may leave above the window.
    const top = this.#inSight
      ? this.host.renderRoot.querySelector(this.#inSight)
      : target.firstElementChild;
    for (const each of [target, top]) each?.scrollIntoView({ block: 'nearest' });
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#focusTarget = '';
  }

  /** What has the focus, in this element's shadow root or in the page; null when nothing has. */
  get #focused(): Element | null {
    const { activeElement } = document;
    if (activeElement === document.body) return null;
    return (this.host.renderRoot as ShadowRoot).activeElement ?? activeElement;
  }
}

// Clipped, never `display: none`: Firefox does not announce a region that was not rendered while it was empty.
export const classOf = ({ text, visible }: Announcement): string =>
  text && visible ? 'status' : 'visually-hidden';
