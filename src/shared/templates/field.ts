import { html, nothing, type TemplateResult } from 'lit';
import { errorIcon, icon } from '../icons.js';

export interface FieldOptions {
  /** Id of the control, unique in the element's shadow root; the hint and the error derive theirs from it. */
  readonly id: string;
  readonly label: unknown;
  readonly hint?: unknown;
  /** What is wrong, in words; '' when nothing is. */
  readonly error?: string;
}

/** What the control must carry, so that its label, hint and error belong to it. */
export interface ControlAttributes {
  readonly id: string;
  /** For `aria-describedby`: the error first, since it is what matters now. */
  readonly describedBy: string | typeof nothing;
  /** For `aria-invalid`. */
  readonly invalid: 'true' | typeof nothing;
}

/**
 * A labelled field: label, hint and error above the control, each tied to it within one shadow root. The error stands in
 * `aria-describedby`, not only in `aria-errormessage`, which screen readers support late.
 */
export function renderField(
  { id, label, hint, error }: FieldOptions,
  control: (attributes: ControlAttributes) => TemplateResult,
): TemplateResult {
  const describedBy =
    [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || nothing;
  return html`<div class="field">
    <label class="label" part="label" for=${id}>${label}</label>
    ${hint ? html`<p class="hint" part="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${
      error
        ? html`<p class="field-error" part="error" id="${id}-error">
            ${icon(errorIcon)}<span>${error}</span>
          </p>`
        : nothing
    }
    ${control({ id, describedBy, invalid: error ? 'true' : nothing })}
  </div>`;
}
