import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { plainText } from '../../content/document.js';
import type { Condition, ValueComparison } from '../../content/flow/condition.js';
import { factOf, type Flow } from '../../content/flow/flow.js';
import { langAttributes } from '../../content/lang-attributes.js';
import { renderHeading } from '../../content/heading.js';
import { renderBlocks, renderInlines } from '../../content/render.js';
import { loadFlow } from './content.js';
import { renderIntro } from './intro-view.js';
import { createRenderEnv, textOptions } from './render-env.js';
import { initialState, setFlow } from './state.js';

const noActions = { start: () => {} };

/** What the wizard shows first, as the element renders it. */
export async function renderFirstView(
  lang: string,
  headingLevel: number,
  flowId = '',
): Promise<TemplateResult> {
  const flow = await loadFlow(flowId, lang);
  const env = createRenderEnv(flow, { lang, headingLevel });
  return renderIntro(setFlow(initialState, flow), env, noActions);
}

/** The flow as a page, whole: what people read where no script runs. Each section says for which answers it is meant. */
export async function renderFlowPage(
  lang: string,
  headingLevel: number,
  flowId = '',
): Promise<TemplateResult> {
  const flow = await loadFlow(flowId, lang);
  const mark = langAttributes(flow.lang, lang);
  const text = textOptions(headingLevel + 2, false);
  return html`<div class="stack" lang=${mark.lang} dir=${mark.dir}>
    ${renderHeading(headingLevel, flow.title, { class: 'title' })} ${renderBlocks(flow.intro, text)}
    ${renderBlocks(flow.disclaimer, text)}
    ${flow.outcomes.map(
      ({ title, content, if: condition }) =>
        html`<div class="stack" part="section">
          ${renderHeading(headingLevel + 1, title, { class: 'subheading' })}
          ${renderWhen(flow, condition)}
          ${renderBlocks(content, textOptions(headingLevel + 1, false))}
        </div>`,
    )}
    ${renderHeading(headingLevel + 1, msg('To do'), { class: 'subheading' })}
    <ul>
      ${flow.items.map(
        ({ content, if: condition }) =>
          html`<li>${renderInlines(content, text)} ${renderWhen(flow, condition)}</li>`,
      )}
    </ul>
  </div>`;
}

const renderWhen = (flow: Flow, condition: Condition | undefined) =>
  condition
    ? html`<p class="muted">${msg('For those who answer:')} ${inWords(flow, condition)}</p>`
    : nothing;

/** A condition with the questions and the answers in place of their names. */
export function inWords(flow: Flow, condition: Condition, isIn = true): string {
  switch (condition[0]) {
    case 'and':
    case 'or': {
      // Under "not" the one becomes the other.
      const isAnd = (condition[0] === 'and') === isIn;
      const parts = [condition[1], condition[2]].map((part) => inWords(flow, part, isIn));
      return parts.filter(Boolean).join(isAnd ? `, ${msg('and')} ` : `, ${msg('or')} `);
    }
    case 'not':
      return inWords(flow, condition[1], !isIn);
    case 'fact': {
      const derived = flow.facts.find(({ id }) => id === condition[1]);
      return derived ? inWords(flow, derived.if, isIn) : '';
    }
    // That a question was asked needs no words beside what was answered.
    case 'answered':
      return '';
    default:
      return compared(flow, condition, condition[0] === 'isnt' ? !isIn : isIn);
  }
}

function compared(flow: Flow, [word, fact, values]: ValueComparison, isIn: boolean): string {
  const question = flow.questions.find(({ id }) => factOf(id) === fact);
  const labels = (question?.answers ?? [])
    .filter(({ value }) => values.includes(value))
    .map(({ label }) => `“${plainText(label).replace(/\.$/, '')}”`);
  const all = labels.join(word === 'has' ? ` ${msg('and')} ` : ` ${msg('or')} `);
  return `${question?.title ?? ''} ${isIn ? all : `${msg('not')} ${all}`}`;
}
