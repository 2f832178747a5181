import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

/**
 * What the elements that take part in forms have in common: the members of a form-associated custom element that forms,
 * frameworks and editors look for (HTML Standard, "Form-associated custom elements").
 */
export abstract class FormAssociatedElement extends LitElement {
  /** @internal */
  static readonly formAssociated = true;

  /** Name of the value in a form; without a name no value is sent. */
  @property({ reflect: true, useDefault: true }) name = '';
  /** The form cannot be sent without a value. */
  @property({ type: Boolean }) required = false;

  /** @internal */
  readonly internals = this.attachInternals();

  /** The form that the element belongs to, or null. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** What is wrong with the value. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** What is wrong with the value, in words; '' when nothing is. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** Whether the value is checked when the form is sent. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** Whether the value is valid; dispatches `invalid` when it is not. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** As `checkValidity()`, and the browser shows what is wrong. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }
}
