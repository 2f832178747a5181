import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

/**
 * What the elements that take part in forms have in common: the members of a form-associated custom element that forms,
 * frameworks and editors look for (HTML Standard, "Form-associated custom elements").
 */
export abstract class FormAssociatedElement extends LitElement {
  /** @internal */
  static readonly formAssociated = true;

  /** Name of the value in a form; '' by default: no value is sent. */
  @property({ reflect: true, useDefault: true }) name = '';
  /** The form cannot be sent without a value; false by default. */
  @property({ type: Boolean }) required = false;

  /** @internal */
  readonly internals = this.attachInternals();

  /** The form that the element belongs to; null without one. Read-only. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** What is wrong with the value, as on a native form control. Read-only. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** What is wrong with the value, as a sentence in the language of the page; '' when nothing is. Read-only. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** Whether the value is checked when the form is sent: not while the element is disabled. Read-only. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /**
   * Checks the value. Dispatches `invalid` when it is not valid.
   *
   * @returns whether the value is valid
   */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /**
   * Checks the value as `checkValidity()` does; the browser shows what is wrong and moves the focus there.
   *
   * @returns whether the value is valid
   */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }
}
