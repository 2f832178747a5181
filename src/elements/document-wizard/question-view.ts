import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Answer, Question } from '../../content/flow/flow.js';
import { renderHeading } from '../../content/heading.js';
import { renderBlocks, renderInlines } from '../../content/render.js';
import type { RenderEnv } from './render-env.js';
import { questionNumber, type FlowState } from './state.js';

/** What a person can do at a question. */
export interface QuestionActions {
  /** An answer was checked or unchecked. */
  readAnswers(): void;
  submit(): Promise<void>;
  back(): void;
}

/** Drawn here, since the other icons come with the result. */
const backArrow = html`<svg class="icon turns" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M20 12H4.5M11 5.5 4.5 12l6.5 6.5"></path>
</svg>`;

/**
 * One question a page. Nothing moves when an answer is chosen; Continue does. Each question has elements of its own: a control
 * that changed its kind would keep its old name for assistive software, and a translated text its old words.
 */
export const renderQuestion = (
  state: FlowState,
  question: Question,
  env: RenderEnv,
  actions: QuestionActions,
): unknown => keyed(question.id, renderForm(state, question, env, actions));

function renderForm(
  state: FlowState,
  question: Question,
  env: RenderEnv,
  actions: QuestionActions,
): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    void actions.submit();
  };
  return html`<form
    class="stack"
    part="question"
    novalidate
    autocomplete="off"
    data-question-id=${question.id}
    @submit=${submit}
  >
    ${env.error?.summary}
    <p>
      <button class="button quiet back" part="back" type="button" @click=${actions.back}>
        ${backArrow}${msg('Back')}
      </button>
    </p>
    <p class="progress" id="progress">${msg(str`Question ${questionNumber(state)}`)}</p>
    ${renderChoices(question, env, actions)}
    <div class="actions">
      <button class="button primary" part="continue" type="submit">${msg('Continue')}</button>
    </div>
  </form>`;
}

function renderChoices(
  question: Question,
  env: RenderEnv,
  actions: QuestionActions,
): TemplateResult {
  const { headingLevel, text, words, mark, error } = env;
  const { hint, answers, title } = question;
  const describedBy = `${error ? 'error ' : ''}progress${hint.length ? ' hint' : ''}`;
  return html`<fieldset
    class="options"
    part="options"
    id="step"
    aria-describedby=${describedBy}
    tabindex="-1"
  >
    <legend>
      ${renderHeading(headingLevel, words(title), { class: 'title', part: 'heading', id: 'title' })}
    </legend>
    ${
      hint.length
        ? html`<div class="hint stack-sm" part="hint" id="hint" lang=${mark.lang} dir=${mark.dir}>
            ${renderBlocks(hint, text)}
          </div>`
        : nothing
    }
    ${error?.message}
    <div class="list">${answers.map((answer) => renderAnswer(question, answer, env, actions))}</div>
  </fieldset>`;
}

function renderAnswer(
  question: Question,
  answer: Answer,
  { text, mark }: RenderEnv,
  actions: QuestionActions,
): TemplateResult {
  const { value, label, only } = answer;
  return html`${only && question.answers.length > 1 ? html`<p class="or">${msg('or')}</p>` : nothing}
    <label class="option" part="option">
      <input
        class="mark"
        type=${question.kind === 'one' ? 'radio' : 'checkbox'}
        name="answer"
        value=${value}
        @change=${actions.readAnswers}
      />
      <span class="words" lang=${mark.lang} dir=${mark.dir}
        ><span>${renderInlines(label, text)}</span></span
      >
    </label>`;
}
