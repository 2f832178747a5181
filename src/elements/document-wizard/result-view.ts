import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../content/heading.js';
import { plainText, type Block, type Inline } from '../../content/document.js';
import {
  factOf,
  questionOf,
  type Item,
  type Outcome,
  type Question,
} from '../../content/flow/flow.js';
import { itemsFor, outcomesFor } from '../../content/flow/path.js';
import { reasonsOf } from '../../content/flow/reasons.js';
import { renderBlocks, renderInlines } from '../../content/render.js';
import { formatDay } from '../../i18n/sweden.js';
import { copyIcon, icon, printIcon } from '../../shared/icons.js';
import { textOptions } from './question-view.js';
import type { Journey } from './journey.js';
import type { View } from './view.js';

/** What the result needs beside the view. */
export interface ResultActions {
  readonly isDone: (itemId: string) => boolean;
  readonly tick: (itemId: string, isDone: boolean) => void;
  readonly copy: () => void;
}

/** What applies, what to do, why, and where it comes from; then the answers, each with a way to change it. */
export function renderResult(view: View, more: ResultActions): TemplateResult {
  const { journey, headingLevel, text, words, mark, actions } = view;
  const { flow, path } = journey;
  const items = itemsFor(flow, path.answers);
  return html`<div class="stack" part="result">
    <p class="progress">${words(flow.title)}</p>
    ${renderHeading(headingLevel, msg('Your guidance'), {
      class: 'title',
      part: 'heading',
      id: 'title',
    })}
    <div class="disclaimer tight" part="disclaimer" lang=${mark.lang} dir=${mark.dir}>
      ${renderBlocks(flow.disclaimer, text)}
    </div>
    <slot name="result-before"></slot>
    ${items.length ? renderChecklist(view, items, more) : nothing}
    <div class="stack part">
      ${renderHeading(headingLevel + 1, msg('What applies to you'), { class: 'heading' })}
      ${outcomesFor(flow, path.answers).map((outcome) => renderOutcome(view, outcome))}
    </div>
    <slot name="result-after"></slot>
    ${renderAnswers(view)}
    <div class="sill">
      <button class="button primary" part="print" type="button" @click=${actions.print}>
        ${icon(printIcon)}${msg('Print or save')}
      </button>
      <button class="button" part="copy" type="button" @click=${more.copy}>
        ${icon(copyIcon)}${msg('Copy as text')}
      </button>
      <button class="button quiet" part="restart" type="button" @click=${actions.restart}>
        ${msg('Start over')}
      </button>
      ${view.status}
      <p class="small muted">${versionOf(view)} ${renderOrigin(flow.source)}</p>
    </div>
  </div>`;
}

/** "Version 2026-11-22. Reviewed 22 November 2026." */
export function versionOf({ journey: { flow }, lang }: Pick<View, 'journey' | 'lang'>): string {
  const day = flow.reviewed && formatDay(flow.reviewed, lang);
  const { version } = flow;
  const words = msg(str`Version ${version}.`);
  return day ? `${words} ${msg(str`Reviewed ${day}.`)}` : words;
}

const isAddress = (address: string): boolean => /^https?:\/\//i.test(address);

function renderOrigin(source: string): TemplateResult | typeof nothing {
  if (!isAddress(source)) return nothing;
  return html`<a href=${source}>${msg('Where the rules come from')}</a>`;
}

function renderChecklist(view: View, items: readonly Item[], more: ResultActions): TemplateResult {
  const { headingLevel } = view;
  return html`<div class="stack part">
    ${renderHeading(headingLevel + 1, msg('To do'), { class: 'heading', id: 'to-do' })}
    <ul class="todo" part="checklist" aria-labelledby="to-do">
      ${items.map((item) => renderItem(view, item, more))}
    </ul>
    <p class="small muted">${msg('Your ticks stay in this tab.')}</p>
    ${renderSources(
      view,
      items.flatMap(({ content }) => sourcesIn(content)),
    )}
  </div>`;
}

function renderItem(
  { text, bookHref, mark }: View,
  { id, content }: Item,
  { isDone, tick }: ResultActions,
): TemplateResult {
  const onChange = (event: Event) => tick(id, (event.target as HTMLInputElement).checked);
  const link = id === 'c-book' ? bookHref : '';
  return html`<li part="item" data-item-id=${id}>
    <label class="option">
      <input class="mark" type="checkbox" .checked=${isDone(id)} @change=${onChange} />
      <span class="words" lang=${mark.lang} dir=${mark.dir}
        ><span>${renderInlines(content, text)}</span></span
      >
    </label>
    ${link ? html`<a class="button" href=${link}>${msg('Book your visit')}</a>` : nothing}
  </li>`;
}

function renderOutcome(view: View, outcome: Outcome): TemplateResult {
  const { id, title, content } = outcome;
  const { headingLevel, showSources, words, mark } = view;
  return html`<div class="outcome stack" part="section" data-outcome-id=${id}>
    ${renderHeading(headingLevel + 2, words(title), { class: 'subheading' })}
    <div class="stack" lang=${mark.lang} dir=${mark.dir}>
      ${renderBlocks(content, textOptions(headingLevel + 3, showSources))}
    </div>
    <div>${renderReasons(view, outcome)} ${renderSources(view, sourcesIn(content))}</div>
  </div>`;
}

/** Names the answers that made a section appear. */
function renderReasons({ journey, words }: View, outcome: Outcome): TemplateResult {
  const { flow, path } = journey;
  const reasons = reasonsOf(flow, outcome, path).flatMap((id) => questionOf(flow, id) ?? []);
  return html`<details>
    <summary>${msg('Why do I see this?')}</summary>
    <div class="fold tight">
      ${
        reasons.length
          ? html`<p>${msg('Because you answered:')}</p>
              <ul>
                ${reasons.map(
                  (question) =>
                    html`<li>
                      ${words(question.title)}
                      <strong>${words(answerOf(journey, question))}</strong>
                    </li>`,
                )}
              </ul>`
          : html`<p>${msg('Everyone sees this.')}</p>`
      }
    </div>
  </details>`;
}

function renderSources(
  { journey: { flow }, showSources, words }: View,
  numbers: readonly string[],
): TemplateResult | typeof nothing {
  if (!numbers.length) return nothing;
  return html`<details part="sources" ?open=${showSources}>
    <summary>${msg('Where does this come from?')}</summary>
    <div class="fold tight">
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

function renderAnswers(view: View): TemplateResult {
  const { journey, headingLevel } = view;
  const { flow, path } = journey;
  return html`<div class="stack part">
    ${renderHeading(headingLevel + 1, msg('Your answers'), { class: 'heading' })}
    <dl class="slip" part="answers">
      ${path.steps.map((id) => {
        const question = questionOf(flow, id);
        return question ? renderAnswer(view, question) : nothing;
      })}
    </dl>
  </div>`;
}

function renderAnswer({ journey, actions, words }: View, question: Question): TemplateResult {
  const { id, title } = question;
  return html`<div class="slip-row">
    <dt>${words(title)}</dt>
    <dd>${words(answerOf(journey, question))}</dd>
    <dd class="change">
      <button
        class="button quiet"
        part="change"
        type="button"
        data-change=${id}
        @click=${() => actions.change(id)}
      >
        <span>${msg('Change')}<span class="unseen"> ${msg(str`answer to: ${title}`)}</span></span>
      </button>
    </dd>
  </div>`;
}

/** The labels of what was answered. */
export function answerOf({ path }: Journey, { id, answers }: Question): string {
  const values = path.answers.get(factOf(id)) ?? [];
  const chosen = answers.filter(({ value }) => values.includes(value));
  const labels = chosen.map(({ label }) => plainText(label));
  return labels.join(labels.every((label) => label.endsWith('.')) ? ' ' : ', ');
}

/** The source numbers of some text. */
export function sourcesIn(content: readonly (Block | Inline)[]): string[] {
  return content.flatMap((node) => {
    if (typeof node === 'string') return [];
    if (node.type === 'source') return node.ids;
    if (node.type === 'list') return node.items.flatMap((item) => sourcesIn(item.content));
    return 'content' in node ? sourcesIn(node.content) : [];
  });
}
