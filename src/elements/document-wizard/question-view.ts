import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer, Question } from '../../content/flow/flow.js';
import { renderHeading } from '../../content/heading.js';
import { renderBlocks, renderInlines, type RenderOptions } from '../../content/render.js';
import { errorSummary } from '../../parts/error-summary.js';
import { backIcon, errorIcon, icon } from '../../parts/icons.js';
import type { View } from './view.js';

/** One question a page. Nothing moves when an answer is chosen; Continue does. */
export function renderQuestion(view: View, question: Question): TemplateResult {
  const { journey, hasError, actions } = view;
  const submit = (event: Event) => {
    event.preventDefault();
    actions.next();
  };
  return html`<form
    class="stack"
    part="question"
    novalidate
    autocomplete="off"
    data-question-id=${question.id}
    @submit=${submit}
  >
    ${hasError ? renderSummary(view, question) : nothing}
    <p>
      <button class="button quiet back" part="back" type="button" @click=${actions.back}>
        ${icon(backIcon)}${msg('Back')}
      </button>
    </p>
    <p class="progress">${msg(str`Question ${journey.number}`)}</p>
    ${renderChoices(view, question)}
    <div class="sill">
      <button class="button primary" part="continue" type="submit">${msg('Continue')}</button>
    </div>
  </form>`;
}

function renderSummary({ headingLevel, actions }: View, question: Question): TemplateResult {
  const heading = renderHeading(headingLevel, msg('Choose an answer to go on'), {
    class: 'name',
    id: 'error-summary-heading',
  });
  return errorSummary(heading, [{ text: whatToChoose(question), focus: actions.focusAnswer }]);
}

const whatToChoose = ({ title, kind }: Question): string =>
  kind === 'one'
    ? msg(str`Choose one answer: ${title}`)
    : msg(str`Choose one answer or several: ${title}`);

function renderChoices(view: View, question: Question): TemplateResult {
  const { headingLevel, hasError, text, words, mark } = view;
  const { hint, answers, title } = question;
  const describedBy = [hasError && 'error', hint.length && 'hint'].filter(Boolean).join(' ');
  return html`<fieldset class="options" part="options" aria-describedby=${describedBy || nothing}>
    <legend>
      ${renderHeading(headingLevel, words(title), { class: 'title', part: 'heading', id: 'title' })}
    </legend>
    ${
      hint.length
        ? html`<div class="hint tight" part="hint" id="hint" lang=${mark.lang} dir=${mark.dir}>
            ${renderBlocks(hint, text)}
          </div>`
        : nothing
    }
    ${
      hasError
        ? html`<p class="field-error" part="error" id="error">
            ${icon(errorIcon)}<span>${whatToChoose(question)}</span>
          </p>`
        : nothing
    }
    <div class="list">${answers.map((answer) => renderAnswer(view, question, answer))}</div>
  </fieldset>`;
}

function renderAnswer(view: View, question: Question, answer: Answer): TemplateResult {
  const { journey, actions, text, mark } = view;
  const { value, label, only } = answer;
  const chosen = journey.chosen(question);
  const toggle = (event: Event) => {
    const { checked } = event.target as HTMLInputElement;
    actions.choose(checked ? [...chosen, value] : chosen.filter((each) => each !== value));
  };
  return html`${only && question.answers.length > 1 ? html`<p class="or">${msg('or')}</p>` : nothing}
    <label class="option" part="option">
      <input
        class="mark"
        type=${question.kind === 'one' ? 'radio' : 'checkbox'}
        name="answer"
        value=${value}
        .checked=${chosen.includes(value)}
        @change=${toggle}
      />
      <span class="words" lang=${mark.lang} dir=${mark.dir}
        ><span>${renderInlines(label, text)}</span></span
      >
    </label>`;
}

/** Source numbers after their statements, for pages that ask for them. */
export const textOptions = (headingLevel: number, showSources: boolean): RenderOptions => ({
  headingLevel,
  ...(showSources && {
    source: (ids: readonly string[]) =>
      html` <span class="small muted cite">[${ids.join(', ')}]</span>`,
  }),
});
