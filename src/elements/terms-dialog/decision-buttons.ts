import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Decision } from './decision-record.js';
import { renderSupplementary, type DialogActions, type RenderEnv } from './render-env.js';
import { isWaiting, type TermsState } from './state.js';

export interface DecisionButtonParts {
  /** Why nothing can be chosen at this moment; '' when it can. */
  readonly obstacle: string;
  /** For a choice that was not saved; '' for one that was not made. */
  readonly retryLabel: (decision: Decision) => string;
  /** From another version to the one that applies. */
  readonly backToCurrent: TemplateResult | typeof nothing | undefined;
}

/**
 * The action bar. Accept and Decline are the same button twice. They are never `disabled`: a button that cannot be
 * reached cannot say why. A coming text is accepted early or left: there is no declining yet.
 */
export function renderDecisionButtons(
  state: TermsState,
  env: RenderEnv,
  actions: DialogActions,
  { obstacle, backToCurrent, retryLabel }: DecisionButtonParts,
): TemplateResult {
  const button = (part: string, decision: Decision, label: string) =>
    html`<button
      class="button"
      type="button"
      part=${part}
      aria-disabled=${obstacle || state.pendingDecision ? 'true' : nothing}
      aria-describedby=${obstacle ? 'reason' : nothing}
      @click=${() => actions.decide(decision)}
    >
      ${retryLabel(decision) || label}
    </button>`;
  return html`<div
    class="actions pair"
    part="actions"
    id="choice"
    role="group"
    aria-label=${msg('Your choice')}
    aria-busy=${isWaiting(state, env) ? 'true' : nothing}
    tabindex="-1"
  >
    ${renderSupplementary(env, 'beside-buttons')}
    ${obstacle ? html`<p class="hint" id="reason">${obstacle}</p>` : nothing}
    ${button('accept', 'accepted', msg('Accept'))}
    ${state.requestedVersion ? backToCurrent : button('decline', 'declined', msg('Decline'))}
  </div>`;
}
