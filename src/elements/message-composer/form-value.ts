import { msg } from '@lit/localize';
import type { LitElement, ReactiveController } from 'lit';
import type { FieldObserver } from '../../shared/field-observer.js';
import type { Store } from '../../shared/store.js';
import type { RenderEnv } from './render-env.js';
import { isLanguageRefused, type ComposerState } from './state.js';
import { validityOf } from './validity.js';

/** The composer as a field of a form: the text, and the subject beside it. */
export class FormValue implements ReactiveController {
  /** @param env also says what the text has to meet */
  constructor(
    private readonly host: LitElement & {
      readonly name: string;
      readonly noSubject: boolean;
      readonly internals: ElementInternals;
    },
    private readonly store: Store<ComposerState>,
    private readonly fields: FieldObserver,
    private readonly env: () => RenderEnv,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('formdata', this.#onFormData);
  }

  hostDisconnected(): void {
    removeEventListener('formdata', this.#onFormData);
  }

  hostUpdated(): void {
    const { area } = this;
    const { text } = this.store.state;
    // Not in the template: the text changes with each key, and the caret must stay.
    if (area && area.value !== text) {
      area.value = text;
      this.fields.remember();
    }
    this.update();
  }

  /** The field of the text, once it is rendered. */
  get area(): HTMLTextAreaElement | null {
    return this.host.renderRoot?.querySelector<HTMLTextAreaElement>('#message') ?? null;
  }

  /** Sets the value and its validity, also before the next render. */
  update(): void {
    const { name, noSubject, internals } = this.host;
    const { state } = this.store;
    const { limits, languagePolicy } = this.env();
    const value = new FormData();
    if (name) value.append(name, state.text);
    if (name && !noSubject) value.append(`${name}-subject`, state.subject);
    // No state: what the browser restores would show the message to whoever presses Back.
    internals.setFormValue(name ? value : null, null);
    const languageError = isLanguageRefused(state, languagePolicy)
      ? msg('Write in Swedish or English')
      : '';
    const customError = limits.customError || languageError;
    const { flags, message } = validityOf(state.text, { ...limits, customError });
    internals.setValidity(flags, message, this.area ?? undefined);
  }

  /** What came into the field unnoticed was not there yet when the form was read. */
  readonly #onFormData = ({ target, formData }: FormDataEvent): void => {
    const { name, internals } = this.host;
    if (target !== internals.form || !name || this.env().isDisabled) return;
    const { text, subject } = this.store.state;
    const isStale = (key: string, value: string) =>
      formData.getAll(key).length === 1 && formData.get(key) !== value;
    if (isStale(name, text)) formData.set(name, text);
    const subjectName = `${name}-subject`;
    if (isStale(subjectName, subject)) formData.set(subjectName, subject);
  };
}
