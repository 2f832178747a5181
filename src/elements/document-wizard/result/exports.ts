import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { Flow } from '../../../content/flow/flow.js';
import { itemsFor, outcomesFor } from '../../../content/flow/path.js';
import { toLine, toLines } from '../../../content/plain-text.js';
import { renderBlocks, renderInlines } from '../../../content/render.js';
import { dateInSentence, formatInstantDate } from '../../../i18n/format.js';
import type { PrintDocument } from '../../../shared/print-document.js';
import { pathIn, type FlowState } from '../state.js';
import { answeredQuestions, answerOf, versionOf } from './wording.js';

/** The result as plain text: every section, the checklist, the answers, version and day. */
export function toText(state: FlowState, lang: string, now: Date): string {
  const { flow, doneItems } = state;
  const path = pathIn(state);
  const items = itemsFor(flow, path.answers);
  const parts = [
    flow.title,
    ...toLines(flow.disclaimer),
    ...(items.length ? [msg('To do')] : []),
    ...items.map(({ id, content }) => `${doneItems.has(id) ? '[x]' : '[ ]'} ${toLine(content)}`),
    ...outcomesFor(flow, path.answers).flatMap(({ title, content }) => [
      `\n${title}`,
      ...toLines(content),
    ]),
    `\n${msg('Your answers')}`,
    ...answeredQuestions(state).map((question) => `${question.title} ${answerOf(state, question)}`),
    `\n${footOf(flow, lang, now)}`,
  ];
  return `${parts.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

function footOf(flow: Flow, lang: string, now: Date): string {
  const day = dateInSentence(formatInstantDate(now, lang), lang);
  // What follows # may hold the answers.
  const address = location.href.replace(/[?#].*/, '');
  return `${versionOf(flow, lang)} ${msg(str`Created on ${day} at ${address}`)}`;
}

/** The result on a sheet of its own. */
export function toPrintDocument(state: FlowState, lang: string, now: Date): PrintDocument {
  const { flow, doneItems } = state;
  const path = pathIn(state);
  const items = itemsFor(flow, path.answers);
  return {
    title: flow.title,
    lang: flow.lang,
    body: html`<h1>${flow.title}</h1>
      ${renderBlocks(flow.disclaimer, { headingLevel: 2 })}
      ${
        items.length
          ? html`<h2>${msg('To do')}</h2>
              <ul>
                ${items.map(
                  ({ id, content }) =>
                    html`<li>
                      ${doneItems.has(id) ? '☑' : '☐'}
                      ${renderInlines(content, { headingLevel: 3 })}
                    </li>`,
                )}
              </ul>`
          : nothing
      }
      <h2>${msg('Rules that may apply to you')}</h2>
      ${outcomesFor(flow, path.answers).map(
        ({ title, content }) =>
          html`<h3>${title}</h3>
            ${renderBlocks(content, { headingLevel: 3 })}`,
      )}
      <h2>${msg('Your answers')}</h2>
      <dl>
        ${answeredQuestions(state).map(
          (question) =>
            html`<dt>${question.title}</dt>
              <dd>${answerOf(state, question)}</dd>`,
        )}
      </dl>
      <hr />
      <p>${footOf(flow, lang, now)}</p>`,
  };
}
