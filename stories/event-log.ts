import { css, html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import manifest from '../custom-elements.json';
import { base } from '../src/styles/base.js';
import { button } from '../src/styles/button.js';
import { tokens } from '../src/styles/generated/tokens.js';
import { eventsOf } from './interface.js';
import { tableStyles } from './table-styles.js';

const styles = css`
  .root {
    margin-block-start: var(--_space-6);
  }
  pre {
    margin: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;

interface Entry {
  readonly name: string;
  readonly isCancelable: boolean;
  readonly fields: string;
}

/** What an event tells: its own fields, without those that every event has. */
export function fieldsOf(event: Event): string {
  const fields = Object.entries(event).filter(
    ([name, value]) => name !== 'isTrusted' && typeof value !== 'function',
  );
  return JSON.stringify(Object.fromEntries(fields), null, 1);
}

/** Lists the events of the element inside it, and logs those that it dispatches. Only in Storybook. */
export class EventLog extends LitElement {
  static override styles = [tokens, base, button, tableStyles, styles];

  /** The tag of the element. */
  @property() tag = '';
  @state() private entries: readonly Entry[] = [];

  protected override firstUpdated(): void {
    for (const { name } of eventsOf(manifest, this.tag))
      this.addEventListener(name, (event) => this.#log(event), { capture: true });
  }

  #log(event: Event): void {
    const { type, cancelable } = event;
    this.entries = [
      { name: type, isCancelable: cancelable, fields: fieldsOf(event) },
      ...this.entries,
    ];
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>
      <div class="root stack" lang="en">
        <h2 class="heading">Dispatched, the newest first</h2>
        ${this.entries.length ? this.#renderLog() : html`<p>None yet. Use the element above.</p>`}
        <h2 class="heading">All events of ${this.tag}</h2>
        <div class="scroll" tabindex="0" role="region" aria-label="All events">
          <table>
            <thead>
              <tr>
                <th scope="col">Event</th>
                <th scope="col">When</th>
              </tr>
            </thead>
            <tbody>
              ${eventsOf(manifest, this.tag).map(
                ({ name, description }) =>
                  html`<tr>
                    <th scope="row">${name}</th>
                    <td>${description}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </div>`;
  }

  #renderLog(): TemplateResult {
    return html`<ol class="log" reversed>
        ${this.entries.map(
          ({ name, isCancelable, fields }) =>
            html`<li>
              <strong>${name}</strong>${isCancelable ? ', cancelable' : ''}
              <pre dir="ltr">${fields}</pre>
            </li>`,
        )}
      </ol>
      <p>
        <button class="button" type="button" @click=${() => (this.entries = [])}>Empty</button>
      </p>`;
  }
}
