import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** Anything that may be Markdown: too much rather than too little, since the parser decides. */
const MARKDOWN =
  /[*_`~\\[|]|^\s*(?:[-+#>=]|\d+[.)]\s)|^(?: {4}|\t)|<[a-z/!?]|&#?\w+;|:\/\/|www\.|\w@\w/im;

/** Anything that may be a telephone number. */
const PHONE_NUMBER = /\d-\d\d|\+\d/;

/** Renders the texts of notices. What only some of them need is loaded for those, once the notice is on show. */
export class NoticeBodies {
  readonly #rendered = new Map<string, readonly unknown[] | undefined>();

  /** @param address of the feed that they came with */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly address: () => string,
  ) {}

  render(text: string, headingLevel: number): unknown {
    const isMarkdown = MARKDOWN.test(text);
    const rendered =
      isMarkdown &&
      this.#load(`${headingLevel}${text}`, async () => {
        const { renderMarkdown } = await import('./markdown-body.js');
        return renderMarkdown(text, headingLevel, this.address());
      });
    return rendered || paragraphs(text, (line) => (isMarkdown ? line : this.line(line)));
  }

  /** A line of plain text: its telephone numbers can be dialled. */
  line(text: string): unknown {
    const rendered =
      PHONE_NUMBER.test(text) &&
      this.#load(text, async () => {
        const { renderPhoneNumbers } = await import('./phone-line.js');
        return renderPhoneNumbers(text);
      });
    return rendered || text;
  }

  /** Undefined until it is loaded: then the element renders again. */
  #load(key: string, render: () => Promise<readonly unknown[]>): readonly unknown[] | undefined {
    if (!this.#rendered.has(key)) {
      this.#rendered.set(key, undefined);
      void this.#render(key, render);
    }
    return this.#rendered.get(key);
  }

  async #render(key: string, render: () => Promise<readonly unknown[]>): Promise<void> {
    await this.host.updateComplete;
    try {
      this.#rendered.set(key, await render());
      this.host.requestUpdate();
    } catch {
      // The code could not be loaded: the text stays as it is, and the next rendering tries again.
      this.#rendered.delete(key);
    }
  }
}

const paragraphs = (text: string, renderLine: (line: string) => unknown): TemplateResult[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => html`<p>${renderLine(paragraph)}</p>`);
