import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../../content/heading.js';
import type { Block, Inline } from '../../../content/document.js';
import type { Flow, Item, Outcome, Question } from '../../../content/flow/flow.js';
import { itemsFor, outcomesFor } from '../../../content/flow/path.js';
import { explain } from '../../../content/flow/explain.js';
import { renderBlocks, renderInlines } from '../../../content/render.js';
import { copyIcon, icon, printIcon } from '../../../shared/icons.js';
import { textOptions, type RenderEnv } from '../render-env.js';
import { pathIn, type FlowState } from '../state.js';
import type { ResultActions } from './actions.js';
import { answeredQuestions, answerOf, versionOf } from './wording.js';

/** What applies, what to do, why, and where it comes from; then the answers, each with a way to change it. */
export function renderResult(
  state: FlowState,
  env: RenderEnv,
  actions: ResultActions,
): TemplateResult {
  const { headingLevel, lang, text, words, mark } = env;
  const { flow } = state;
  const path = pathIn(state);
  const items = itemsFor(flow, path.answers);
  return html`<div
    class="stack"
    part="result"
    id="step"
    role="group"
    aria-labelledby="title"
    aria-describedby="disclaimer"
    tabindex="-1"
  >
    <p class="progress">${words(flow.title)}</p>
    ${renderHeading(headingLevel, msg('Your guidance'), {
      class: 'title',
      part: 'heading',
      id: 'title',
    })}
    <div
      class="disclaimer stack-sm"
      part="disclaimer"
      id="disclaimer"
      lang=${mark.lang}
      dir=${mark.dir}
    >
      ${renderBlocks(flow.disclaimer, text)}
    </div>
    <slot name="result-before"></slot>
    ${items.length ? renderChecklist(state, items, env, actions) : nothing}
    <div class="stack part">
      ${renderHeading(headingLevel + 1, msg('Rules that may apply to you'), { class: 'heading' })}
      ${outcomesFor(flow, path.answers).map((outcome) => renderOutcome(state, outcome, env))}
    </div>
    <slot name="result-after"></slot>
    ${renderAnswers(state, env, actions)}
    <div class="actions">
      <button class="button primary" part="print" type="button" @click=${actions.print}>
        ${icon(printIcon)}${msg('Print or save')}
      </button>
      <button class="button" part="copy" type="button" @click=${actions.copy}>
        ${icon(copyIcon)}${msg('Copy as text')}
      </button>
      <button class="button quiet" part="restart" type="button" @click=${actions.restart}>
        ${msg('Start again')}
      </button>
      <p class="small muted">${versionOf(flow, lang)} ${renderOrigin(flow.source)}</p>
    </div>
  </div>`;
}

const isAddress = (address: string): boolean => /^https?:\/\//i.test(address);

function renderOrigin(source: string): TemplateResult | typeof nothing {
  if (!isAddress(source)) return nothing;
  return html`<a href=${source}>${msg('Where the rules come from')}</a>`;
}

function renderChecklist(
  state: FlowState,
  items: readonly Item[],
  env: RenderEnv,
  actions: ResultActions,
): TemplateResult {
  const { headingLevel } = env;
  return html`<div class="stack part">
    ${renderHeading(headingLevel + 1, msg('To do'), { class: 'heading', id: 'to-do' })}
    <ul class="todo" part="checklist" aria-labelledby="to-do">
      ${items.map((item) => renderItem(state, item, env, actions))}
    </ul>
    <p class="small muted">${msg('What you tick is saved only in this tab.')}</p>
    ${renderSources(
      state.flow,
      env,
      items.flatMap(({ content }) => sourcesIn(content)),
    )}
  </div>`;
}

function renderItem(
  { doneItems }: FlowState,
  { id, content }: Item,
  { text, bookHref, mark }: RenderEnv,
  actions: ResultActions,
): TemplateResult {
  const onChange = (event: Event) => actions.tick(id, (event.target as HTMLInputElement).checked);
  const link = id === 'c-book' ? bookHref : '';
  return html`<li part="item" data-item-id=${id}>
    <label class="option">
      <input class="mark" type="checkbox" .checked=${doneItems.has(id)} @change=${onChange} />
      <span class="words" lang=${mark.lang} dir=${mark.dir}
        ><span>${renderInlines(content, text)}</span></span
      >
    </label>
    ${link ? html`<a class="button" href=${link}>${msg('Book your visit')}</a>` : nothing}
  </li>`;
}

function renderOutcome(state: FlowState, outcome: Outcome, env: RenderEnv): TemplateResult {
  const { id, title, content } = outcome;
  const { headingLevel, showSources, words, mark } = env;
  return html`<div class="outcome stack" part="section" data-outcome-id=${id}>
    ${renderHeading(headingLevel + 2, words(title), { class: 'subheading', id: titleId(outcome) })}
    <div class="stack" lang=${mark.lang} dir=${mark.dir}>
      ${renderBlocks(content, textOptions(headingLevel + 2, showSources))}
    </div>
    <div>
      ${renderReasons(state, outcome, env)}
      ${renderSources(state.flow, env, sourcesIn(content), titleId(outcome))}
    </div>
  </div>`;
}

/** What describes the buttons of a section: their words are the same in each. */
const titleId = ({ id }: Outcome): string => `title-of-${id}`;

/** Names the answers that made a section appear. */
function renderReasons(state: FlowState, outcome: Outcome, { words }: RenderEnv): TemplateResult {
  const ids = explain(state.flow, outcome, pathIn(state));
  const reasons = answeredQuestions(state).filter(({ id }) => ids.includes(id));
  return html`<details>
    <summary aria-describedby=${titleId(outcome)}>${msg('Why do I see this?')}</summary>
    <div class="fold stack-sm">
      ${
        reasons.length
          ? html`<p>${msg('Because you answered:')}</p>
              <ul>
                ${reasons.map(
                  (question) =>
                    html`<li>
                      ${words(question.title)}
                      <strong>${words(answerOf(state, question))}</strong>
                    </li>`,
                )}
              </ul>`
          : html`<p>${msg('Everyone sees this.')}</p>`
      }
    </div>
  </details>`;
}

function renderSources(
  flow: Flow,
  { showSources, words }: RenderEnv,
  numbers: readonly string[],
  describedBy?: string,
): TemplateResult | typeof nothing {
  if (!numbers.length) return nothing;
  return html`<details part="sources" ?open=${showSources}>
    <summary aria-describedby=${describedBy ?? nothing}>
      ${msg('Where does this come from?')}
    </summary>
    <div class="fold stack-sm">
      ${[...new Set(numbers)]
        .sort()
        .map(
          (number) =>
            html`<p class="source"><b>${number}</b> ${words(flow.sources[number] ?? '')}</p>`,
        )}
      ${isAddress(flow.source) ? html`<p>${renderOrigin(flow.source)}</p>` : nothing}
    </div>
  </details>`;
}

function renderAnswers(state: FlowState, env: RenderEnv, actions: ResultActions): TemplateResult {
  return html`<div class="stack part">
    ${renderHeading(env.headingLevel + 1, msg('Your answers'), { class: 'heading' })}
    <dl class="summary" part="answers">
      ${answeredQuestions(state).map((question) => renderAnswer(state, question, env, actions))}
    </dl>
  </div>`;
}

function renderAnswer(
  state: FlowState,
  question: Question,
  { words }: RenderEnv,
  actions: ResultActions,
): TemplateResult {
  const { id, title } = question;
  const label = msg(str`answer to: ${title}`);
  return html`<div class="summary-row">
    <dt>${words(title)}</dt>
    <dd id="chosen-${id}">${words(answerOf(state, question))}</dd>
    <dd class="change">
      <button
        class="button quiet"
        part="change"
        type="button"
        data-change=${id}
        aria-describedby="chosen-${id}"
        @click=${() => actions.edit(id)}
      >
        <span>${msg('Change')}<span class="visually-hidden"> ${label}</span></span>
      </button>
    </dd>
  </div>`;
}

/** The source numbers of some text. */
export function sourcesIn(content: readonly (Block | Inline)[]): string[] {
  return content.flatMap((node) => {
    if (typeof node === 'string') return [];
    if (node.type === 'source') return node.ids;
    if (node.type === 'list') return node.items.flatMap((item) => sourcesIn(item.content));
    if (node.type === 'table') return sourcesIn([...node.head, ...node.rows.flat()].flat());
    return 'content' in node ? sourcesIn(node.content) : [];
  });
}
