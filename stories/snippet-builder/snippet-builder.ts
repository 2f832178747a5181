import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../../src/styles/base.js';
import { button } from '../../src/styles/button.js';
import { field } from '../../src/styles/field.js';
import { tokens } from '../../src/styles/generated/tokens.js';
import { interfaceRows, type Manifest, type Row } from '../interface.js';
import { policyOf, snippetOf, type Choices, type ElementName, type Form } from './snippet.js';

const styles = css`
  pre {
    margin: 0;
    padding: var(--_space-4);
    overflow: auto;
    max-block-size: 30em;
    border: 1px solid var(--_border);
    background: var(--_surface);
    font-size: 0.9375em;
  }
  /* The elements have no list to choose from, so that their fields have no arrow. */
  select.input {
    appearance: auto;
  }
  ::slotted(*) {
    margin-block-start: var(--_space-4);
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(14em, 1fr));
    gap: var(--_space-4);
  }
`;

const ELEMENTS: Readonly<Record<ElementName, string>> = {
  'terms-dialog': 'Terms dialog',
  'message-composer': 'Message composer',
  'document-wizard': 'Document wizard',
  'booking-picker': 'Booking picker',
  'maintenance-banner': 'Maintenance banner',
};
const FORM_NAMES: Readonly<Record<Form, string>> = {
  html: 'HTML page',
  cms: 'CMS (data-lucka)',
  bundler: 'Bundler',
  react: 'React 19',
  vue: 'Vue 3',
  angular: 'Angular',
  svelte: 'Svelte 5',
};
const THEME_NAMES = { '': 'Lucka', fjall: 'Fjäll', hamn: 'Hamn', ronn: 'Rönn' };
const LANGUAGES = { en: 'English', sv: 'Svenska' };

/** The attributes of an element that can be typed, with their rows of the interface table. */
function attributesOf(
  manifest: Manifest,
  element: ElementName,
): readonly (readonly [string, Row])[] {
  return Object.values(interfaceRows(manifest, `lucka-${element}`)).flatMap((row) => {
    const isAttribute =
      row.table.category === 'attributes and properties' &&
      row.control !== false &&
      !row.description.endsWith('Property only.');
    return isAttribute ? [[row.name.replace(/ \(property.*/, ''), row] as const] : [];
  });
}

/** A web team chooses, sees the element, and copies the text. Only in Storybook. */
export class SnippetBuilder extends LitElement {
  static override styles = [tokens, base, button, field, styles];

  /** custom-elements.json. */
  @property({ attribute: false }) manifest: Manifest = { modules: [] };
  /** For the browser build of this version. */
  @property({ attribute: false }) integrity?: Choices['integrity'];
  @state() private element: ElementName = 'document-wizard';
  @state() private form: Form = 'html';
  @state() private language: Choices['lang'] = 'en';
  @state() private theme: Choices['theme'] = '';
  @state() private isChecked = false;
  @state() private values: Readonly<Record<string, string>> = {};
  @state() private message = '';

  get #choices(): Choices {
    const { element, form, language, theme, values } = this;
    const integrity = this.#canBeChecked && this.isChecked ? this.integrity : undefined;
    const common = { element, form, lang: language, theme, attributes: values };
    return { ...common, ...(integrity && { integrity }) };
  }

  /** A bundler has its own files, which these hashes do not fit. */
  get #canBeChecked(): boolean {
    return this.form === 'html' || this.form === 'cms';
  }

  protected override updated(changed: PropertyValues): void {
    if (['element', 'language', 'theme', 'values'].some((name) => changed.has(name))) this.#show();
  }

  /** The element itself is beside the form, in the page, as on a page of the web team. */
  #show(): void {
    document.documentElement.lang = this.language;
    document.documentElement.dataset['theme'] = this.theme;
    const shown = document.createElement(`lucka-${this.element}`);
    for (const [name, value] of Object.entries(this.values)) shown.setAttribute(name, value);
    if (shown.matches('lucka-terms-dialog')) {
      // Otherwise it would cover the choices, and remember the decision.
      shown.setAttribute('manual', '');
      shown.setAttribute('storage', 'none');
    }
    this.replaceChildren(shown);
  }

  #openTerms(): void {
    this.querySelector('lucka-terms-dialog')?.show();
  }

  #setAttribute(name: string, value: string | undefined): void {
    const others = Object.entries(this.values).filter(([key]) => key !== name);
    this.values = Object.fromEntries([
      ...others,
      ...(value === undefined ? [] : [[name, value] as const]),
    ]);
  }

  #select<Value extends string>(
    label: string,
    names: Readonly<Record<Value, string>>,
    value: string,
    choose: (value: Value) => void,
  ): TemplateResult {
    const id = label.toLowerCase();
    const onChange = (event: Event) => {
      this.message = '';
      choose((event.target as HTMLSelectElement).value as Value);
    };
    return html`<div class="field">
      <label class="label" for=${id}>${label}</label>
      <select class="input" id=${id} @change=${onChange}>
        ${Object.entries<string>(names).map(
          ([key, name]) => html`<option value=${key} ?selected=${key === value}>${name}</option>`,
        )}
      </select>
    </div>`;
  }

  #renderAttribute([name, { type, options }]: readonly [string, Row]): TemplateResult {
    const value = this.values[name];
    if (type?.name === 'boolean') {
      const onChange = (event: Event) =>
        this.#setAttribute(name, (event.target as HTMLInputElement).checked ? '' : undefined);
      return html`<div>
        <label
          ><input type="checkbox" .checked=${value !== undefined} @change=${onChange} />
          ${name}</label
        >
      </div>`;
    }
    const words = options ?? [];
    if (words.length) {
      const names = Object.fromEntries([['', '(default)'], ...words.map((word) => [word, word])]);
      return this.#select(name, names, value ?? '', (word) =>
        this.#setAttribute(name, word || undefined),
      );
    }
    const onInput = (event: Event) =>
      this.#setAttribute(name, (event.target as HTMLInputElement).value || undefined);
    return html`<div class="field">
      <label class="label" for=${name}>${name}</label>
      <input class="input" id=${name} .value=${value ?? ''} @change=${onInput} />
    </div>`;
  }

  async #copy(): Promise<void> {
    await navigator.clipboard.writeText(snippetOf(this.#choices));
    this.message = 'Copied.';
  }

  protected override render(): TemplateResult {
    const choices = this.#choices;
    const onCheck = (event: Event) => (this.isChecked = (event.target as HTMLInputElement).checked);
    return html`<div class="root stack" lang="en">
        <p>
          Choose, try the element below, and copy. The text is for files of this version, in
          <code>/lucka/</code> on your server.
        </p>
        <div class="choices">
          ${this.#select('Element', ELEMENTS, this.element, (name) => {
            this.element = name;
            this.values = {};
          })}
          ${this.#select('Form', FORM_NAMES, this.form, (name) => (this.form = name))}
          ${this.#select('Language', LANGUAGES, this.language, (name) => (this.language = name))}
          ${this.#select('Theme', THEME_NAMES, this.theme, (name) => (this.theme = name))}
        </div>
        ${
          this.#canBeChecked
            ? html`<p>
                <label
                  ><input type="checkbox" .checked=${this.isChecked} @change=${onCheck} /> Browsers
                  refuse modified scripts (integrity)</label
                >
              </p>`
            : nothing
        }
        <details>
          <summary>Attributes</summary>
          <div class="choices">
            ${attributesOf(this.manifest, this.element).map((each) => this.#renderAttribute(each))}
          </div>
        </details>
        <h2 class="heading">To copy</h2>
        <pre tabindex="0" dir="ltr">${snippetOf(choices)}</pre>
        <p class="row">
          <button class="button primary" type="button" @click=${() => void this.#copy()}>
            Copy
          </button>
          <span role="status">${this.message}</span>
        </p>
        ${
          this.#canBeChecked
            ? html`<h2 class="heading">Policy</h2>
                <pre tabindex="0" dir="ltr">Content-Security-Policy: ${policyOf(choices)}</pre>`
            : nothing
        }
        <h2 class="heading">Try it</h2>
        ${
          this.element === 'terms-dialog'
            ? html`<p>
                <button class="button" type="button" @click=${() => this.#openTerms()}>
                  Open the dialog
                </button>
              </p>`
            : nothing
        }
      </div>
      <slot></slot>`;
  }
}

export const defineSnippetBuilder = (): void => {
  if (!customElements.get('story-snippet-builder'))
    customElements.define('story-snippet-builder', SnippetBuilder);
};
