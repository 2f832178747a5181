import { css, html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../src/styles/base.js';
import { button } from '../src/styles/button.js';
import { field } from '../src/styles/field.js';
import { kindTokens } from '../src/styles/generated/kind-tokens.js';
import { tokens } from '../src/styles/generated/tokens.js';
import * as icons from '../src/shared/icons.js';
import '../src/index.js';
import { memoryBookingService } from '../src/testing.js';
import { colourOn, contrastOf, PAIRS } from './contrast.js';
import { NOTICES } from './services.js';
import { tableStyles } from './table-styles.js';

const styles = css`
  table {
    inline-size: 100%;
  }
  .sample {
    display: inline-block;
    padding: 0.125em 0.75em;
    border: 1px solid var(--_border);
  }
  .bar {
    block-size: 1em;
    background: var(--_accent);
  }
  .icons {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9em, 1fr));
    gap: var(--_space-4);
  }
  .icons > div {
    display: flex;
    gap: var(--_space-2);
    align-items: center;
  }
  pre {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    padding: var(--_space-4);
    border: 1px solid var(--_border);
    background: var(--_surface);
    font-size: 0.9375em;
  }
  .scheme {
    padding: var(--_space-4);
    border: 1px solid var(--_border);
    background: var(--_background);
    color: var(--_text);
    color-scheme: light;
  }
  .scheme.dark {
    color-scheme: dark;
  }
  input[type='color'] {
    block-size: 3em;
    inline-size: 6em;
  }
`;

/** Colours of a theme by name, light and dark. */
type Colours = Readonly<Record<string, readonly [light: string, dark: string]>>;

/** A style sheet for a page: light where a browser does not know `light-dark()`. */
function themeOf(colours: Colours): string {
  const rule = (valueOf: (light: string, dark: string) => string) => {
    const lines = Object.entries(colours).map(
      ([name, [light, dark]]) => `  ${name}: ${valueOf(light, dark)};`,
    );
    return [':root {', ...lines, '}'];
  };
  const both = rule((light, dark) => `light-dark(${light}, ${dark})`).map((line) => `  ${line}`);
  return [
    ...rule((light) => light),
    '@supports (color: light-dark(red, red)) {',
    ...both,
    '}',
  ].join('\n');
}

const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

const SERVICE = memoryBookingService();

/** The foundations as designers look them up. Only in Storybook. */
export class TokenSheet extends LitElement {
  static override styles = [tokens, kindTokens, base, button, field, tableStyles, styles];

  @property() show: 'colours' | 'type' | 'space' | 'focus' | 'icons' | 'theme' = 'colours';
  @state() private light = '#0a4a60';
  @state() private dark = '#8fd3ea';
  @state() private shown: Scheme = 'light';

  protected override render(): TemplateResult {
    // These pages are written in English, whatever language the elements have.
    const english = (part: TemplateResult) => html`<div class="stack" lang="en">${part}</div>`;
    const draw = {
      colours: () => english(this.#renderColours()),
      type: () => english(this.#renderType()),
      space: () => english(this.#renderSpace()),
      focus: () => english(this.#renderFocus()),
      icons: () => english(this.#renderIcons()),
      theme: () => this.#renderTheme(),
    }[this.show];
    return html`<div class="root stack">
      ${draw()}<span id="probe" hidden></span>
      ${SCHEMES.map((scheme) => html`<span class="scheme ${scheme}" hidden><span class="probe"></span></span>`)}
    </div>`;
  }

  protected override firstUpdated(): void {
    // The probe is there now: colours can be measured.
    this.requestUpdate();
  }

  #renderColours(): TemplateResult {
    const probe = this.renderRoot?.querySelector<HTMLElement>('#probe');
    const rows = PAIRS.map(({ front, ground, least }) => {
      const [a, b] = probe ? [colourOn(probe, front), colourOn(probe, ground)] : ['', ''];
      const contrast = a && b ? contrastOf(a, b) : 0;
      const sample = document.createElement('span');
      sample.className = 'sample';
      sample.textContent = 'Lucka';
      sample.style.color = a;
      sample.style.background = b;
      return html`<tr>
        <th scope="row">${front}</th>
        <td>${ground}</td>
        <td>${least === 7 ? sample : '—'}</td>
        <td class="number">${contrast.toFixed(2)} : 1</td>
        <td>${contrast >= least ? `at least ${least}` : `TOO LOW: ${least} is needed`}</td>
      </tr>`;
    });
    return html`<p>
        Each pair that meets in an element, measured here, in the theme and scheme on show.
      </p>
      <div class="scroll" tabindex="0" role="region" aria-label="Colours">
        <table>
          <thead>
            <tr>
              <th scope="col">Front</th>
              <th scope="col">Ground</th>
              <th scope="col">Looks</th>
              <th scope="col">Contrast</th>
              <th scope="col">Bar</th>
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>`;
  }

  #renderType(): TemplateResult {
    return html`<h2 class="title">Title: what the element is for</h2>
      <h3 class="heading">Heading: a part of it</h3>
      <h4 class="subheading">Subheading: a section of a text</h4>
      <p>
        Text. The typeface is the page’s own; the size follows the page and is never under 16 px.
        Lines are at most 34 em long, about 66 characters. Long Swedish words break by themselves:
        medborgarskapsansökningsblankett.
      </p>
      <p class="hint">Hint: help is not small print.</p>
      <p class="small">Small: tags, counts, versions.</p>
      <p><strong>Strong</strong> and <a href="#type">a link</a>.</p>`;
  }

  #renderSpace(): TemplateResult {
    const steps = [1, 2, 3, 4, 5, 6].map((step) => {
      const bar = document.createElement('div');
      bar.className = 'bar';
      bar.style.inlineSize = `var(--_space-${step})`;
      return html`<tr>
        <th scope="row">--lucka-space-${step}</th>
        <td>${bar}</td>
      </tr>`;
    });
    return html`<p>
        Space belongs to the stack, never to the thing, so missing parts leave no holes.
      </p>
      <table>
        <tbody>
          ${steps}
        </tbody>
      </table>`;
  }

  #renderFocus(): TemplateResult {
    return html`<p>
        Press Tab. The outer ring is 3 px and 2 px away; the gap has a colour of its own, so that
        one of the two is seen on any ground. In forced colours the outline stays. Nothing moves for
        whoever asked for less motion.
      </p>
      <p class="row">
        <button class="button primary" type="button">Primary</button>
        <button class="button" type="button">Secondary</button>
        <button class="button quiet" type="button">Quiet</button>
        <a href="#focus">A link</a>
      </p>
      <div class="field">
        <label class="label" for="field">A field</label>
        <input class="input" id="field" />
      </div>`;
  }

  #renderIcons(): TemplateResult {
    const drawn = Object.entries(icons).flatMap(([name, path]) =>
      typeof path === 'string'
        ? [html`<div>${icons.icon(path)}<span>${name.replace('Icon', '')}</span></div>`]
        : [],
    );
    return html`<p>
        Always beside a word, never alone, in the colour of the words. The shape tells the kind.
      </p>
      <div class="icons">${drawn}</div>`;
  }

  #renderTheme(): TemplateResult {
    const onLight = readable(this.light);
    const onDark = readable(this.dark);
    const colours: Colours = {
      '--lucka-color-accent': [this.light, this.dark],
      '--lucka-color-on-accent': [onLight, onDark],
    };
    for (const [name, [light, dark]] of Object.entries(colours))
      this.style.setProperty(name, `light-dark(${light}, ${dark})`);
    const pick = (name: 'light' | 'dark') => (event: Event) => {
      this[name] = (event.target as HTMLInputElement).value;
      void this.updateComplete.then(() => this.requestUpdate());
    };
    return html`<div class="stack" lang="en">
        <p>One colour is a theme. Change it, and see every contrast it makes.</p>
        <div class="field">
          <label class="label" for="light">Accent on a light page</label>
          <input type="color" id="light" .value=${this.light} @input=${pick('light')} />
        </div>
        <div class="field">
          <label class="label" for="dark">Accent on a dark page</label>
          <input type="color" id="dark" .value=${this.dark} @input=${pick('dark')} />
        </div>
        <p class="row"><button class="button primary" type="button">A button</button></p>
        <p class="subheading">To paste into your style sheet</p>
        <pre tabindex="0" dir="ltr">${themeOf(colours)}</pre>
        <h2 class="heading">Contrasts that fail</h2>
        <div role="status">${this.#renderFailures()}</div>
        <h2 class="heading">The five elements in this theme</h2>
        <fieldset class="row">
          <legend class="label">Show them on a</legend>
          ${SCHEMES.map((scheme) => this.#renderSchemeChoice(scheme))}
        </fieldset>
      </div>
      ${renderElements(this.shown)}
      <div class="stack" lang="en">${this.#renderColours()}</div>`;
  }

  #renderSchemeChoice(scheme: Scheme): TemplateResult {
    const choose = () => {
      this.shown = scheme;
    };
    return html`<label>
      <input
        type="radio"
        name="scheme"
        value=${scheme}
        .checked=${this.shown === scheme}
        @change=${choose}
      />
      ${scheme} page
    </label>`;
  }

  /** The pairs below their bar, in both schemes, by name. */
  #renderFailures(): TemplateResult {
    const failures = SCHEMES.flatMap((scheme) => {
      const probe = this.renderRoot?.querySelector<HTMLElement>(`.${scheme} > .probe`);
      if (!probe) return [];
      return PAIRS.map((pair) => ({
        ...pair,
        contrast: contrastOf(colourOn(probe, pair.front), colourOn(probe, pair.ground)),
      }))
        .filter(({ contrast, least }) => contrast < least)
        .map(
          ({ front, ground, least, contrast }) =>
            html`<li>
              ${front} on ${ground}, ${scheme}: ${contrast.toFixed(2)} : 1, at least ${least} is
              needed
            </li>`,
        );
    });
    return failures.length
      ? html`<ul>
          ${failures}
        </ul>`
      : html`<p>None, light and dark.</p>`;
  }
}

const openTerms = (event: Event) =>
  (event.target as Element).closest('.scheme')?.querySelector('lucka-terms-dialog')?.show();

/** Each element, without a server, in the language of the toolbar. Once on the page: two would have the same names. */
const renderElements = (scheme: Scheme): TemplateResult =>
  html`<section class="scheme stack ${scheme}" aria-label="The elements">
    <lucka-maintenance-banner
      heading-level="3"
      storage="none"
      .now=${() => new Date('2026-12-01T12:00:00+01:00')}
      .notices=${[NOTICES.planned, NOTICES.disruption]}
    ></lucka-maintenance-banner>
    <lucka-document-wizard heading-level="3"></lucka-document-wizard>
    <lucka-booking-picker heading-level="3" .service=${SERVICE}></lucka-booking-picker>
    <lucka-message-composer heading-level="3"></lucka-message-composer>
    <button class="button" type="button" lang="en" @click=${openTerms}>
      Open the terms dialog
    </button>
    <lucka-terms-dialog manual storage="none"></lucka-terms-dialog>
  </section>`;

/** Black or white, whichever is read better on this colour. */
const readable = (ground: string): string =>
  contrastOf('#ffffff', ground) >= contrastOf('#000000', ground) ? '#ffffff' : '#000000';
