import { msg } from '@lit/localize';
import type { LitElement } from 'lit';
import type { Feature } from '../../shared/lazy-feature.js';
import type { WizardResult } from './state.js';

/**
 * The wizard as a field of a form: version, a space, the ids of the checklist by commas; never an answer. Loaded when it
 * has a `name` or is `required`.
 */
export class FormValue implements Feature {
  readonly styles = [];

  constructor(
    private readonly host: LitElement & {
      readonly required: boolean;
      readonly result: WizardResult | undefined;
      readonly internals: ElementInternals;
    },
  ) {}

  hostUpdated(): void {
    const { result, required, internals, renderRoot } = this.host;
    const valueMissing = required && !result;
    // Without a state of its own the browser would give the value back without the answers.
    internals.setFormValue(
      result ? `${result.version} ${result.checklistIds.join(',')}` : null,
      null,
    );
    internals.setValidity(
      { valueMissing },
      valueMissing ? msg('Answer the questions first.') : '',
      renderRoot.querySelector<HTMLElement>('.primary') ?? undefined,
    );
  }
}
