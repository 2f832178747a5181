import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Question } from '../../content/flow/flow.js';
import { renderHeading } from '../../content/heading.js';
import { renderErrorSummary } from '../../shared/templates/error-summary.js';
import { errorIcon, icon } from '../../shared/icons.js';
import type { View } from './view.js';

const whatToChoose = ({ title, kind }: Question): string =>
  kind === 'one'
    ? msg(str`Choose one answer: ${title}`)
    : msg(str`Choose one answer or several: ${title}`);

/** Says above the question that an answer is missing, and goes to the first one. */
export function renderSummary({ headingLevel, actions }: View, question: Question): TemplateResult {
  const heading = renderHeading(headingLevel, msg('Choose an answer to go on'), {
    class: 'name',
    id: 'error-summary-heading',
  });
  return renderErrorSummary(heading, [
    { text: whatToChoose(question), focus: actions.focusAnswer },
  ]);
}

/** The same beside the answers. */
export function renderAtField(question: Question): TemplateResult {
  return html`<p class="field-error" part="error" id="error">
    ${icon(errorIcon)}<span
      >${question.kind === 'one' ? msg('Choose one answer') : msg('Choose one answer or several')}</span
    >
  </p>`;
}
