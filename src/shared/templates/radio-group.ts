import { html, nothing, type TemplateResult } from 'lit';
import { errorIcon, icon } from '../icons.js';

export interface RadioGroupOptions {
  /** The question. */
  readonly legend: unknown;
  readonly legendClass?: string;
  /** What is wrong with the answer, in words; '' when nothing is. */
  readonly error?: string;
  readonly hint?: unknown;
  readonly part?: string;
  /** Id of the group where it can take the focus. */
  readonly id?: string;
  /** Id of what describes the group, apart from the error. */
  readonly describedBy?: string | undefined;
}

/** A question with a list of {@link renderRadio}. The error is next to the answers and describes the group. */
export const renderRadioGroup = (
  { legend, legendClass, error = '', hint, part, id, describedBy }: RadioGroupOptions,
  list: unknown,
): TemplateResult =>
  html`<fieldset
    class="options"
    id=${id ?? nothing}
    part=${part ?? nothing}
    aria-describedby=${error ? 'error' : (describedBy ?? nothing)}
    tabindex="-1"
  >
    <legend class=${legendClass ?? nothing}>${legend}</legend>
    ${hint}
    ${
      error
        ? html`<p class="field-error" part="error" id="error">
            ${icon(errorIcon)}<span>${error}</span>
          </p>`
        : nothing
    }
    ${list}
  </fieldset>`;

export interface RadioOptions {
  readonly value: string;
  readonly label: unknown;
  readonly part?: string;
  /** Class of the label's content. */
  readonly layout?: string;
  /** The group has an error. */
  readonly hasError?: boolean;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}

/**
 * One answer: the whole row is the target. Nothing else changes when it is chosen. Whether it is checked is not bound: what
 * the page refuses, or a reset clears, would keep its mark.
 */
export const renderRadio = ({
  value,
  label,
  part,
  layout = '',
  hasError,
  disabled,
  onChange,
}: RadioOptions): TemplateResult =>
  html`<label class="option" part=${part ?? nothing}>
    <input
      class="mark"
      type="radio"
      name="answer"
      .value=${value}
      aria-describedby=${hasError ? 'error' : nothing}
      ?disabled=${disabled}
      @change=${() => onChange(value)}
    />
    <span class="words ${layout}">${label}</span>
  </label>`;
