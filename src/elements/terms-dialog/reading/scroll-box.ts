import type { LitElement, ReactiveController } from 'lit';
import { currentLocale } from '../../../i18n/locale.js';
import type { TermsDocument } from '../terms-document.js';

/**
 * A box that scrolls is a Tab stop, or nobody without a mouse could read it; a box that does not scroll is none. Also
 * keeps the reader's place when the text in the box is exchanged for another language.
 */
export class ScrollBox implements ReactiveController {
  /** For `tabindex`. */
  overflows = false;
  readonly #observer = new ResizeObserver(() => this.#measure());
  #observed: Element | undefined;
  #drawn: TermsDocument | undefined;
  #locale = '';
  #place = '';

  constructor(
    private readonly host: LitElement,
    private readonly shown: () => TermsDocument | undefined,
  ) {
    host.addController(this);
  }

  /** The text and the words around it come in the new language one after the other. */
  hostUpdate(): void {
    const terms = this.shown();
    const locale = currentLocale();
    const isSameVersion = this.#drawn !== undefined && terms?.version === this.#drawn.version;
    const isTranslated = isSameVersion && (terms !== this.#drawn || locale !== this.#locale);
    this.#place = isTranslated ? this.#sectionBeingRead() : '';
    this.#drawn = terms;
    this.#locale = locale;
  }

  hostUpdated(): void {
    const box = this.#box ?? undefined;
    if (box !== this.#observed) {
      this.#observer.disconnect();
      this.#observed = box;
      for (const each of box ? [box, ...box.children] : []) this.#observer.observe(each);
    }
    this.#measure();
    if (this.#place) this.#section(this.#place)?.scrollIntoView({ block: 'start' });
    this.#place = '';
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#observed = undefined;
  }

  /** Goes to a section and moves focus to its heading, or to another place of the text, such as a footnote. */
  goTo(id: string): void {
    const section = this.#section(id);
    const place = section ?? this.#box?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    place?.scrollIntoView({ block: section ? 'start' : 'nearest' });
    const focusable = section ? section.querySelector<HTMLElement>('[tabindex="-1"]') : place;
    focusable?.focus({ preventScroll: true });
  }

  get #box(): HTMLElement | null {
    return this.host.renderRoot.querySelector('.body');
  }

  #section(id: string): HTMLElement | null {
    return this.#box?.querySelector<HTMLElement>(`[data-section="${CSS.escape(id)}"]`) ?? null;
  }

  /** '' at the very beginning: there the heading and the key points are what is seen. */
  #sectionBeingRead(): string {
    const box = this.#box;
    if (!box) return '';
    const top = Math.max(box.getBoundingClientRect().top, 0);
    const sections = Array.from(box.querySelectorAll<HTMLElement>('[data-section]'));
    const current = sections.find((section) => section.getBoundingClientRect().bottom > top + 1);
    const isAtStart = current === sections[0] && (current?.getBoundingClientRect().top ?? 0) >= top;
    return isAtStart ? '' : (current?.dataset['section'] ?? '');
  }

  #measure(): void {
    const box = this.#box;
    const overflows = Boolean(box && box.scrollHeight > box.clientHeight + 1);
    if (overflows === this.overflows) return;
    this.overflows = overflows;
    this.host.requestUpdate();
  }
}
