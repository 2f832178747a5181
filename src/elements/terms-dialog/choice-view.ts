import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Decision } from './decision.js';
import { renderAside, type View } from './view.js';

/**
 * The action bar. Accept and Decline are the same button twice. They are never
 * `disabled`: a button that cannot be reached cannot say why.
 */
export function renderChoice(view: View, decide: (decision: Decision) => void): TemplateResult {
  const { later, shown } = view.acceptance;
  const reason = later?.reason ?? (shown ? '' : msg('The text is being loaded.'));
  const button = (part: string, decision: Decision, label: string) =>
    html`<button
      class="button"
      type="button"
      part=${part}
      aria-disabled=${reason || later?.saving ? 'true' : nothing}
      aria-describedby=${reason ? 'reason' : nothing}
      @click=${() => decide(decision)}
    >
      ${later?.labelOf(decision) ?? label}
    </button>`;
  return html`<div
    class="actions pair"
    part="actions"
    id="choice"
    role="group"
    aria-label=${msg('Your choice')}
    tabindex="-1"
  >
    ${renderAside(view, 'beside-buttons')}
    ${reason ? html`<p class="hint" id="reason">${reason}</p>` : nothing}
    ${button('accept', 'accepted', msg('Accept'))}
    ${later?.renderWayBack() ?? button('decline', 'declined', msg('Decline'))}
  </div>`;
}
