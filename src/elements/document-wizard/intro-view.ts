import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../content/heading.js';
import { renderBlocks } from '../../content/render.js';
import { otherLanguageName } from '../../i18n/language-name.js';
import { plural } from '../../i18n/plural.js';
import type { RenderEnv } from './render-env.js';
import type { FlowState } from './state.js';

/** What it is, how long it takes, where the answers stay. */
export function renderIntro(
  { flow }: FlowState,
  { lang, headingLevel, text, words, mark, isInAddress }: RenderEnv,
  actions: { start(): void },
): TemplateResult {
  const { longest } = flow;
  const language = otherLanguageName(flow.lang, lang);
  const questions = plural(longest, {
    one: () => msg(str`Up to ${longest} question`),
    other: () => msg(str`Up to ${longest} questions`),
  });
  return html`<div class="stack" id="step" role="group" aria-labelledby="title" tabindex="-1">
    ${renderHeading(headingLevel, words(flow.title), {
      class: 'title',
      part: 'heading',
      id: 'title',
    })}
    <div class="stack" lang=${mark.lang} dir=${mark.dir}>${renderBlocks(flow.intro, text)}</div>
    <ul>
      ${language ? html`<li>${msg(str`Language of the text: ${language}.`)}</li>` : nothing}
      <li>${questions}</li>
      <li>
        ${
          isInAddress
            ? msg(
                'Your answers are saved in the web address of this page. Anyone who has the address can see them.',
              )
            : msg('Your answers stay in this tab. They are not sent anywhere.')
        }
      </li>
    </ul>
    <slot name="intro"></slot>
    <div class="actions">
      <button class="button primary" part="start" type="button" @click=${actions.start}>
        ${msg('Start')}
      </button>
    </div>
  </div>`;
}
