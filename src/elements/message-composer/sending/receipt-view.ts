import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../../content/heading.js';
import { formatInstantDate, formatTime, joinDateTime } from '../../../i18n/format.js';
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
        ${row(msg('Received'), receivedText(receivedAt, lang))} ${row(msg('Message number'), id)}
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

/** "24 November 2026 at 14:05 (Swedish time)"; what the service sent where that is no date. */
function receivedText(receivedAt: string, lang: string): string {
  const instant = new Date(receivedAt);
  if (Number.isNaN(instant.getTime())) return receivedAt;
  const moment = joinDateTime(formatInstantDate(instant, lang), formatTime(instant, lang), lang);
  return msg(str`${moment} (Swedish time)`);
}
