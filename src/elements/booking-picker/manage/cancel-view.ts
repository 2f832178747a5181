import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderBookingSummary } from '../booking-summary.js';
import { renderHelp, renderTitledSection } from '../content-view.js';
import type { RenderEnv } from '../render-env.js';
import type { BookingState } from '../state.js';
import { pendingText, renderStepGroup, renderStepHeading } from '../step-view.js';
import type { ManageActions } from './actions.js';

/** Asks for confirmation; both answers have the same weight. */
export function renderCancel(
  { booking, pendingOperation }: BookingState,
  env: RenderEnv,
  { cancel, keep }: ManageActions,
): TemplateResult {
  if (!booking) return html`${nothing}`;
  return html`<div class="stack">
    ${renderStepGroup(
      html`${renderStepHeading(env, msg('Cancel your visit?'))} ${env.notification}
        <div class="summary" id="visit">${renderBookingSummary(booking, env.lang)}</div>
        ${renderTitledSection(env, 'if-you-do-not-come')}`,
      'visit',
    )}
    <div class="actions pair">
      <button
        class="button"
        part="cancel"
        type="button"
        aria-disabled=${pendingOperation ? 'true' : nothing}
        @click=${cancel}
      >
        ${pendingOperation ? pendingText() : msg('Cancel the visit')}
      </button>
      <button class="button" type="button" @click=${keep}>${msg('Keep the visit')}</button>
    </div>
    ${renderHelp(env)}
  </div>`;
}
