import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { bookingNotFoundText } from '../error-messages.js';
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
            label: msg('The reference of your booking'),
            hint: msg('You got it when you booked, for example K7QM-4XTD-9RVC.'),
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
  if (error === 'booking-not-found') return bookingNotFoundText();
  return error && msg('Write the reference of your booking, at least 8 characters.');
}
