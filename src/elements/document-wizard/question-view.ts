import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer, Question } from '../../content/flow/flow.js';
import { renderHeading } from '../../content/heading.js';
import { renderBlocks, renderInlines, type RenderOptions } from '../../content/render.js';
import type { Journey } from './journey.js';
import type { View } from './view.js';

/** Drawn here, since the other icons come with the result. */
const backArrow = html`<svg
  class="icon turns"
  viewBox="0 0 24 24"
  aria-hidden="true"
  focusable="false"
>
  <path d="M20 12H4.5M11 5.5 4.5 12l6.5 6.5"></path>
</svg>`;

/** One question a page. Nothing moves when an answer is chosen; Continue does. */
export function renderQuestion(view: View, question: Question): TemplateResult {
  const { journey, actions } = view;
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
    ${view.error?.renderSummary(view, question)}
    <p>
      <button class="button quiet back" part="back" type="button" @click=${actions.back}>
        ${backArrow}${msg('Back')}
      </button>
    </p>
    <p class="progress">${msg(str`Question ${journey.number}`)}</p>
    ${renderChoices(view, question)}
    <div class="sill">
      <button class="button primary" part="continue" type="submit">${msg('Continue')}</button>
    </div>
  </form>`;
}

function renderChoices(view: View, question: Question): TemplateResult {
  const { headingLevel, text, words, mark } = view;
  const { hint, answers, title } = question;
  const describedBy = [view.error && 'error', hint.length && 'hint'].filter(Boolean).join(' ');
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
    ${view.error?.renderAtField(question)}
    <div class="list">${answers.map((answer) => renderAnswer(view, question, answer))}</div>
  </fieldset>`;
}

function renderAnswer(view: View, question: Question, answer: Answer): TemplateResult {
  const { journey, actions, text, mark } = view;
  const { value, label, only } = answer;
  const toggle = (event: Event) => {
    const chosen = journey.chosen(question);
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

/**
 * Marks what is chosen. Not by binding: the boxes of one question are those of the next, and a quick click between two
 * updates would leave its mark there.
 */
export function markChosen(root: ParentNode, journey: Journey): void {
  const { question } = journey;
  if (!question) return;
  const chosen = journey.chosen(question);
  for (const mark of root.querySelectorAll<HTMLInputElement>('[name="answer"]'))
    mark.checked = chosen.includes(mark.value);
}
