import { msg } from '@lit/localize';
import type { LitElement } from 'lit';
import type { Feature } from '../../shared/lazy-feature.js';
import type { Store } from '../../shared/store.js';
import type { BookingState } from './state.js';

/**
 * The picker as a field of a form: in `select` the chosen time's id, else the reference of the booking. Without a state of
 * its own the browser would give the value back without the choices.
 */
export class FormValue implements Feature {
  readonly styles = [];

  constructor(
    private readonly host: LitElement & {
      readonly required: boolean;
      readonly mode: string;
      readonly value: string;
      readonly internals: ElementInternals;
    },
    private readonly store: Store<BookingState>,
  ) {}

  hostUpdated(): void {
    const { required, mode, value, internals, renderRoot } = this.host;
    const hasExpiredHold = this.store.state.problem?.kind === 'hold-expired';
    const valueMissing = required && !value;
    const message = hasExpiredHold
      ? msg('The time is no longer reserved. Reserve it again or choose another time.')
      : mode === 'select'
        ? msg('Choose a time for your visit first.')
        : msg('Book your visit first.');
    const anchor = renderRoot.querySelector<HTMLElement>('input:not(:disabled), .button');
    internals.setFormValue(value || null, null);
    internals.setValidity(
      { valueMissing, customError: hasExpiredHold },
      valueMissing || hasExpiredHold ? message : '',
      anchor ?? undefined,
    );
  }
}
