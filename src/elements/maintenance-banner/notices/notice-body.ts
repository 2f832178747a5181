import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** Anything that may be Markdown; rather too much than too little, since the parser knows better. */
const MARKDOWN =
  /[*_`~\\[|]|^\s*(?:[-+#>=]|\d+[.)]\s)|^(?: {4}|\t)|<[a-z/!?]|&#?\w+;|:\/\/|www\.|\w@\w/im;

/** The texts of notices. Without Markdown in them no parser is loaded; else it comes once the notice is on show. */
export class Bodies {
  readonly #drawn = new Map<string, readonly unknown[] | undefined>();

  /** @param address of the feed that they came with */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly address: () => string,
  ) {}

  render(text: string, headingLevel: number): unknown {
    if (!MARKDOWN.test(text)) return paragraphs(text);
    const key = `${headingLevel}${text}`;
    if (!this.#drawn.has(key)) {
      this.#drawn.set(key, undefined);
      void this.#load(key, text, headingLevel);
    }
    return this.#drawn.get(key) ?? paragraphs(text);
  }

  async #load(key: string, text: string, headingLevel: number): Promise<void> {
    await this.host.updateComplete;
    try {
      const { drawMarkdown } = await import('./markdown-body.js');
      this.#drawn.set(key, drawMarkdown(text, headingLevel, this.address()));
      this.host.requestUpdate();
    } catch {
      // The parser could not be loaded: the words stand there as they are, and the next drawing tries again.
      this.#drawn.delete(key);
    }
  }
}

const paragraphs = (text: string): TemplateResult[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => html`<p>${paragraph}</p>`);
