import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { withPhoneNumbers } from '../../../shared/templates/phone-number.js';

/** Anything that may be Markdown: too much rather than too little, since the parser decides. */
const MARKDOWN =
  /[*_`~\\[|]|^\s*(?:[-+#>=]|\d+[.)]\s)|^(?: {4}|\t)|<[a-z/!?]|&#?\w+;|:\/\/|www\.|\w@\w/im;

/** Renders the texts of notices. The parser is loaded only for Markdown, once the notice is on show. */
export class NoticeBodies {
  readonly #rendered = new Map<string, readonly unknown[] | undefined>();

  /** @param address of the feed that they came with */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly address: () => string,
  ) {}

  render(text: string, headingLevel: number): unknown {
    if (!MARKDOWN.test(text)) return paragraphs(text);
    const key = `${headingLevel}${text}`;
    if (!this.#rendered.has(key)) {
      this.#rendered.set(key, undefined);
      void this.#load(key, text, headingLevel);
    }
    return this.#rendered.get(key) ?? paragraphs(text);
  }

  async #load(key: string, text: string, headingLevel: number): Promise<void> {
    await this.host.updateComplete;
    try {
      const { renderMarkdown } = await import('./markdown-body.js');
      this.#rendered.set(key, renderMarkdown(text, headingLevel, this.address()));
      this.host.requestUpdate();
    } catch {
      // The parser could not be loaded: the text stays as it is, and the next rendering tries again.
      this.#rendered.delete(key);
    }
  }
}

const paragraphs = (text: string): TemplateResult[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => html`<p>${withPhoneNumbers(paragraph)}</p>`);
