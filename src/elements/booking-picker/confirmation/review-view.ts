import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Renderable } from '../../../content/render.js';
import { clockIcon } from '../../../shared/icons.js';
import { renderNotification } from '../../../shared/templates/notification.js';
import { renderStillBooked, renderSwedishTime } from '../booking-summary.js';
import { renderHelp } from '../content-view.js';
import { isExtensionRefused, refusalIn } from '../error-messages.js';
import type { HoldPhase } from '../hold-phase.js';
import { notHeldText, renderHold } from '../hold-view.js';
import type { RenderEnv } from '../render-env.js';
import {
  completeSelectionRows,
  renderSelection,
  type SelectedOffice,
} from '../selection-summary.js';
import type { BookingState, ProblemOf } from '../state.js';
import {
  renderBack,
  renderContinue,
  renderForm,
  renderStepGroup,
  renderStepHeading,
} from '../step-view.js';
import type { ConfirmationActions } from './actions.js';

/** What the views of the review and the confirmation need beside the state. */
export interface ConfirmationEnv extends RenderEnv {
  readonly office: SelectedOffice | undefined;
  readonly holdPhase: HoldPhase;
  /** The service's clock. */
  readonly now: Date;
}

/** Everything that was chosen, each row with a way to change it, while the time is held. */
export function renderReview(
  state: BookingState,
  env: ConfirmationEnv,
  actions: ConfirmationActions,
): TemplateResult {
  const { navigation, extendHold } = actions;
  const { hold, problem, flow, selection } = state;
  const { lang, mode } = env;
  const expired = problem?.kind === 'hold-expired' ? problem : undefined;
  const isReschedule = flow === 'reschedule';
  return renderForm(
    navigation,
    'check',
    html`${renderBack(state, env, navigation)}
    ${renderStepGroup(
      html`${renderStepHeading(env, titleOf(env, isReschedule))}
        ${expired ? renderExpired(expired, env) : env.notification}
        ${
          hold
            ? keyed(
                hold.expiresAt,
                renderHold(hold, env.holdPhase, lang, extendHold, isExtensionRefused(state)),
              )
            : nothing
        }
        ${renderSelection(completeSelectionRows(state, env.office, lang), navigation)}
        ${renderSwedishTime(selection.slot?.startsAt)}
        ${isReschedule && problem?.kind !== 'failure' ? renderStillBooked(state, lang) : nothing}
        ${mode === 'select' ? html`<p>${msg('The time is chosen. It is not booked yet.')}</p>` : nothing}
        <slot name="office-info"></slot>`,
      // When the hold is about to end, the warning is announced instead.
      hold && env.holdPhase === 'held' ? 'held-until' : '',
    )}
    ${mode === 'select' || refusalIn(state) ? nothing : renderConfirm(state, env, Boolean(expired))}
    ${renderHelp(env)}`,
  );
}

function titleOf({ mode }: RenderEnv, isReschedule: boolean): string {
  if (mode === 'select') return msg('Your choice');
  return isReschedule ? msg('Check and change') : msg('Check and book');
}

function renderConfirm(state: BookingState, env: RenderEnv, isExpired: boolean): Renderable {
  const confirm = state.flow === 'reschedule' ? msg('Change to this time') : msg('Book this time');
  const label = isExpired ? msg('Reserve the time again') : confirm;
  return html`<div class="actions">
    ${renderContinue(state, env, label, isExpired ? 'retry' : 'confirm')}
  </div>`;
}

const renderExpired = (
  { slot }: ProblemOf<'hold-expired'>,
  { lang, headingLevel }: RenderEnv,
): TemplateResult =>
  renderNotification(
    {
      kind: 'error',
      icon: clockIcon,
      heading: notHeldText(slot.startsAt, lang),
      headingLevel,
      hasReason: true,
    },
    html`<p id="problem-reason">
      ${msg('The time is still available, but you have not booked it. Your choices are still here.')}
    </p>`,
  );
