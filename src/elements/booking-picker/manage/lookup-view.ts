import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { renderHelp } from '../content-view.js';
import type { RenderEnv } from '../render-env.js';
import type { AnswerError, BookingState } from '../state.js';
import {
  renderBack,
  renderContinue,
  renderForm,
  renderStepGroup,
  renderStepHeading,
  renderTextField,
} from '../step-view.js';
import type { ManageActions } from './actions.js';

/** Which booking? */
export const renderLookup = (
  state: BookingState,
  env: RenderEnv,
  { navigation, writeReference }: ManageActions,
): TemplateResult =>
  renderForm(
    navigation,
    '',
    html`${renderBack(state, env, navigation)}
      ${renderStepGroup(
        html`${renderStepHeading(env, msg('Change or cancel your visit'))} ${env.notification}
        ${renderTextField(
          {
            id: 'reference',
            label: msg('Booking reference'),
            hint: msg('You received it when you booked. For example, K7QM-4XTD-9RVC.'),
            error: errorText(state.answerError),
          },
          {
            value: state.lookupReference,
            disabled: env.isDisabled,
            onInput: writeReference,
            maxLength: 40,
            isReference: true,
          },
        )}`,
      )}
      <div class="actions">${renderContinue(state, env)}</div>
      ${renderHelp(env)}`,
  );

function errorText(error: AnswerError): string {
  if (error === 'booking-not-found')
    return msg('We cannot find a booking with this reference number. Check that it is correct.');
  return error && msg('Enter your booking reference of at least 8 characters');
}
