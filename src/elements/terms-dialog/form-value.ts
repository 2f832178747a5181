import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormAssociatedElement } from '../../shared/form-associated-element.js';
import type { Feature } from '../../shared/lazy-feature.js';
import type { Store } from '../../shared/store.js';
import { acceptedVersion, isDecisionNeeded, type TermsInputs, type TermsState } from './state.js';

/** The dialog as a field of a form: its value is the accepted version. Loaded when it has a `name` or is `required`. */
export class FormValue implements Feature {
  readonly styles = [];

  constructor(
    private readonly host: FormAssociatedElement & { show(): void },
    private readonly store: Store<TermsState>,
    private readonly inputs: () => TermsInputs,
  ) {}

  hostUpdated(): void {
    const value = this.#isNeeded ? '' : acceptedVersion(this.store.state, this.inputs());
    const { required, internals, renderRoot } = this.host;
    const valueMissing = required && !value;
    const opener = renderRoot.querySelector<HTMLElement>('#opener') ?? undefined;
    internals.setFormValue(value || null);
    internals.setValidity(
      { valueMissing },
      valueMissing ? msg('You must accept the terms of use to continue') : '',
      opener,
    );
  }

  get #isNeeded(): boolean {
    return isDecisionNeeded(this.store.state, this.inputs());
  }

  /** Something on the page must be able to take focus when the acceptance is missing. */
  render(): TemplateResult | typeof nothing {
    if (!this.host.required) return nothing;
    const isNeeded = this.#isNeeded;
    return html`<p class="row">
      <button class="button" type="button" id="opener" @click=${() => this.host.show()}>
        ${isNeeded ? msg('Read and accept the terms') : msg('Read the terms again')}
      </button>
      ${isNeeded ? nothing : html`<span>${msg('You have accepted the terms.')}</span>`}
    </p>`;
  }
}
