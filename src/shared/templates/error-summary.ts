import { html, type TemplateResult } from 'lit';
import { errorIcon, icon } from '../icons.js';

export interface FieldError {
  /** What to do, in words: "Choose an office". */
  readonly text: string;
  /** Moves focus to the field. */
  readonly focus: () => void;
}

/**
 * What is wrong with a form, in one place above it, after GOV.UK's pattern. Move focus to it (`[part~="error-summary"]`)
 * when the form is sent; it is not a live region, or it would be read twice.
 *
 * @param heading a heading of the right level, such as "There is a problem"
 */
export function renderErrorSummary(
  heading: TemplateResult,
  errors: readonly FieldError[],
): TemplateResult {
  return html`<div
    class="notice error"
    part="error-summary"
    role="group"
    aria-labelledby="error-summary-heading"
    aria-describedby="error-summary-list"
    tabindex="-1"
  >
    ${icon(errorIcon)}
    <div class="stack-sm">
      ${heading}
      <ul class="plain stack-sm" id="error-summary-list">
        ${errors.map(renderError)}
      </ul>
    </div>
  </div>`;
}

function renderError({ text, focus }: FieldError): TemplateResult {
  // A link, because it goes somewhere; the address is never followed, since ids in a shadow root have none.
  const follow = (event: Event) => {
    event.preventDefault();
    focus();
  };
  return html`<li><a href="#" @click=${follow}>${text}</a></li>`;
}
