import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../../content/heading.js';
import { formatInstantDate, formatTime } from '../../../i18n/format.js';
import { doneIcon, icon } from '../../../shared/icons.js';
import type { RenderEnv } from '../render-env.js';
import { headingOf, renderSection } from '../section-view.js';
import type { SentMessage } from '../state.js';

/** The confirmation: what was sent, when, under which number; then what to do on a shared computer. */
export function renderReceipt(
  { id, receivedAt, subject }: SentMessage,
  env: RenderEnv,
  isSharedComputer: boolean,
  writeAnother: () => void,
): TemplateResult {
  const { headingLevel, lang, feedback } = env;
  const instant = new Date(receivedAt);
  const received = Number.isNaN(instant.getTime())
    ? receivedAt
    : msg(str`${formatInstantDate(instant, lang)} at ${formatTime(instant, lang)}, Swedish time`);
  const row = (name: string, value: string) =>
    html`<div class="summary-row">
      <dt>${name}</dt>
      <dd class="number">${value}</dd>
    </div>`;
  return html`<div class="stack">
    <div
      class="receipt"
      part="receipt"
      id="receipt"
      role="group"
      aria-labelledby="receipt-heading"
      aria-describedby="receipt-facts"
      tabindex="-1"
    >
      <div class="receipt-head">
        ${icon(doneIcon)}
        ${renderHeading(headingLevel, msg('Your message has been sent'), { class: 'heading', id: 'receipt-heading' })}
      </div>
      <dl class="summary" id="receipt-facts">
        ${row(msg('Received'), received)} ${row(msg('Number'), id)}
        ${subject ? row(msg('About'), subject) : nothing}
      </dl>
    </div>
    ${renderSection(env, feedback, 'stored')}
    ${
      isSharedComputer
        ? html`<div class="stack part" part="shared">
            ${renderHeading(headingLevel + 1, msg('Before you leave this computer'), { class: 'subheading' })}
            ${renderSection(env, feedback, 'shared-computer')}
          </div>`
        : nothing
    }
    <div class="stack part">
      ${
        feedback
          ? renderHeading(headingLevel + 1, headingOf(feedback, 'reply'), { class: 'subheading' })
          : nothing
      }
      <slot name="after-sent">${renderSection(env, feedback, 'reply')}</slot>
    </div>
    <div class="actions">
      <button class="button" type="button" @click=${writeAnother}>
        ${msg('Write another message')}
      </button>
    </div>
  </div>`;
}
