import { msg } from '@lit/localize';
import type { LitElement, ReactiveController } from 'lit';

/**
 * The picker as a field of a form: in `select` the chosen time's id, else the reference of the booking. Without a state of
 * its own the browser would give the value back without the choices.
 */
export class FormValue implements ReactiveController {
  constructor(
    private readonly host: LitElement & {
      readonly required: boolean;
      readonly mode: string;
      readonly value: string;
      readonly internals: ElementInternals;
      readonly hasExpired: boolean;
    },
  ) {
    host.addController(this);
    host.requestUpdate();
  }

  hostUpdated(): void {
    const { required, mode, value, internals, renderRoot, hasExpired } = this.host;
    const valueMissing = required && !value;
    const message = hasExpired
      ? msg('The time is not held any more. Hold it again or choose another one.')
      : mode === 'select'
        ? msg('Choose a time for your visit first.')
        : msg('Book your visit first.');
    const anchor = renderRoot.querySelector<HTMLElement>('input:not(:disabled), .button');
    internals.setFormValue(value || null, null);
    internals.setValidity(
      { valueMissing, customError: hasExpired },
      valueMissing || hasExpired ? message : '',
      anchor ?? undefined,
    );
  }
}
