import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderBookingSummary } from '../booking-summary.js';
import { renderHelp, renderTitledSection } from '../content-view.js';
import { isStillBooked, refusalIn } from '../error-messages.js';
import type { RenderEnv } from '../render-env.js';
import type { BookingState } from '../state.js';
import { pendingText, renderStepGroup, renderStepHeading } from '../step-view.js';
import type { ManageActions } from './actions.js';

/** Asks for confirmation; both answers have the same weight. */
export function renderCancel(
  state: BookingState,
  env: RenderEnv,
  { cancel, keep }: ManageActions,
): TemplateResult {
  const { booking, pendingOperation } = state;
  if (!booking) return html`${nothing}`;
  const refusal = refusalIn(state);
  return html`<div class="stack">
    ${renderStepGroup(
      html`${renderStepHeading(env, msg('Cancel your visit?'))} ${env.notification}
        <div class="summary" id="visit">${renderBookingSummary(booking, env.lang)}</div>
        ${renderTitledSection(env, 'if-you-do-not-come')}`,
      'visit',
    )}
    <div class="actions pair">
      ${
        refusal
          ? nothing
          : html`<button
              class="button"
              part="cancel"
              type="button"
              aria-disabled=${pendingOperation ? 'true' : nothing}
              @click=${cancel}
            >
              ${pendingOperation ? pendingText() : msg('Cancel the visit')}
            </button>`
      }
      ${
        isStillBooked(refusal)
          ? html`<button class="button" type="button" @click=${keep}>
              ${msg('Keep the visit')}
            </button>`
          : nothing
      }
    </div>
    ${renderHelp(env)}
  </div>`;
}
