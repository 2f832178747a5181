import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { Question } from '../../../content/flow/flow.js';
import { renderHeading } from '../../../content/heading.js';
import { errorIcon, icon } from '../../../shared/icons.js';
import type { Feature } from '../../../shared/lazy-feature.js';
import { renderErrorSummary } from '../../../shared/templates/error-summary.js';
import { field } from '../../../styles/field.js';
import { notice } from '../../../styles/notice.js';
import type { AnswerError } from '../render-env.js';

/** Says that no answer was chosen. */
export interface Validation extends Feature {
  render(question: Question, headingLevel: number): AnswerError;
}

export interface ValidationDeps {
  /** Moves focus to the first answer. */
  readonly focusAnswer: () => void;
}

export const createValidation = ({ focusAnswer }: ValidationDeps): Validation => ({
  styles: [notice, field],
  render: (question, headingLevel) => ({
    summary: renderSummary(question, headingLevel, focusAnswer),
    message: renderMessage(question),
  }),
});

const whatToChoose = ({ title, kind }: Question): string =>
  kind === 'one'
    ? msg(str`Choose one answer: ${title}`)
    : msg(str`Choose one or more answers: ${title}`);

/** Above the question, with a link to the first answer. */
function renderSummary(
  question: Question,
  headingLevel: number,
  focusAnswer: () => void,
): TemplateResult {
  const heading = renderHeading(headingLevel, msg('Choose an answer to continue'), {
    class: 'name',
    id: 'error-summary-heading',
  });
  return renderErrorSummary(heading, [{ text: whatToChoose(question), focus: focusAnswer }]);
}

/** The same beside the answers. */
const renderMessage = ({ kind }: Question): TemplateResult =>
  html`<p class="field-error" part="error" id="error">
    ${icon(errorIcon)}<span
      >${kind === 'one' ? msg('Choose one answer') : msg('Choose one or more answers')}</span
    >
  </p>`;
