import { msg } from '@lit/localize';
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Acceptance } from './acceptance.js';

/** The dialog as a field of a form: its value is the accepted version. Loaded when it has a `name` or is `required`. */
export class FormValue implements ReactiveController {
  constructor(
    private readonly host: LitElement & {
      readonly required: boolean;
      readonly internals: ElementInternals;
      show(): void;
    },
    private readonly acceptance: Acceptance,
  ) {
    host.addController(this);
    host.requestUpdate();
  }

  hostUpdated(): void {
    const { accepted, isNeeded } = this.acceptance;
    const { required, internals, renderRoot } = this.host;
    const value = isNeeded ? '' : accepted;
    const valueMissing = required && !value;
    const opener = renderRoot.querySelector<HTMLElement>('#opener') ?? undefined;
    internals.setFormValue(value || null);
    internals.setValidity(
      { valueMissing },
      valueMissing ? msg('Accept the terms of use first.') : '',
      opener,
    );
  }

  /** Something on the page must be able to take focus when the acceptance is missing. */
  render(): TemplateResult | typeof nothing {
    if (!this.host.required) return nothing;
    const { isNeeded } = this.acceptance;
    return html`<p class="row">
      <button class="button" type="button" id="opener" @click=${() => this.host.show()}>
        ${isNeeded ? msg('Read and accept the terms') : msg('Read the terms again')}
      </button>
      ${isNeeded ? nothing : html`<span>${msg('You have accepted the terms.')}</span>`}
    </p>`;
  }
}
