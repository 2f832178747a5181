import { html, type ReactiveControllerHost } from 'lit';
import { MARKUP, paragraphsOf } from './markup.js';

/** Renders the texts of notices. What only some of them need is loaded for those, once the notice is on show. */
export class NoticeBodies {
  readonly #rendered = new Map<string, unknown>();

  /** @param address of the feed that they came with */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly address: () => string,
  ) {}

  render(text: string, headingLevel: number): unknown {
    return (
      this.#renderMarkup(text, headingLevel) ??
      paragraphsOf(text).map((paragraph) => html`<p>${paragraph}</p>`)
    );
  }

  /** A line of plain text: its telephone numbers can be dialled. */
  line(text: string): unknown {
    return this.#renderMarkup(text, 0) ?? text;
  }

  /** @param headingLevel 0 for a line of plain text @returns undefined for a text without markup, and until it is loaded */
  #renderMarkup(text: string, headingLevel: number): unknown {
    const key = `${headingLevel}${text}`;
    if (!this.#rendered.has(key) && MARKUP.test(text)) {
      this.#rendered.set(key, undefined);
      void this.#load(key, text, headingLevel);
    }
    return this.#rendered.get(key);
  }

  async #load(key: string, text: string, headingLevel: number): Promise<void> {
    await this.host.updateComplete;
    try {
      const { renderMarkup } = await import('./markup-view.js');
      this.#rendered.set(key, await renderMarkup(text, headingLevel, this.address()));
      this.host.requestUpdate();
    } catch {
      // The code could not be loaded: the text stays as it is, and the next rendering tries again.
      this.#rendered.delete(key);
    }
  }
}
