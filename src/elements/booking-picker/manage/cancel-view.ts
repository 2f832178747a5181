import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderBookingSummary } from '../booking-summary.js';
import { renderHelp, renderTitledSection } from '../content-view.js';
import { hasTimedOut, isStillBooked, mustWait, refusalIn } from '../error-messages.js';
import type { RenderEnv } from '../render-env.js';
import type { BookingState } from '../state.js';
import { pendingText, renderStepGroup, renderStepHeading } from '../step-view.js';
import type { ManageActions } from './actions.js';

/**
 * Asks for confirmation; both answers have the same weight.
 *
 * @param now by the service's clock
 */
export function renderCancel(
  state: BookingState,
  env: RenderEnv,
  { cancel, keep }: ManageActions,
  now: Date,
): TemplateResult {
  const { booking, pendingOperation } = state;
  if (!booking) return html`${nothing}`;
  const refusal = refusalIn(state);
  const isWaiting = mustWait(state, 'cancel', now);
  return html`<div class="stack">
    ${renderStepGroup(
      html`${renderStepHeading(env, msg('Cancel your visit?'))} ${env.notification}
        <div class="summary" id="visit">${renderBookingSummary(booking, env.lang)}</div>
        ${renderTitledSection(env, 'if-you-do-not-come')}`,
      'visit',
    )}
    <div class="actions pair">
      ${
        refusal || hasTimedOut(state)
          ? nothing
          : html`<button
              class="button"
              part="cancel"
              type="button"
              aria-disabled=${pendingOperation || isWaiting ? 'true' : nothing}
              aria-describedby=${isWaiting ? 'problem-reason' : nothing}
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
