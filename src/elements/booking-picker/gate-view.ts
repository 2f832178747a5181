import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import {
  renderHelp,
  renderSectionText,
  renderTitledSection,
  sectionTitle,
} from './content-view.js';
import type { Navigation } from './navigation.js';
import type { RenderEnv } from './render-env.js';
import type { AnswerError, BookingState } from './state.js';
import {
  renderAnswer,
  renderBack,
  renderQuestion,
  renderQuestionStep,
  renderStepGroup,
  renderStepHeading,
  renderTextField,
} from './step-view.js';

/** The first question: booking requires the letter (S36). */
export function renderGate(
  state: BookingState,
  env: RenderEnv,
  navigation: Navigation,
): TemplateResult {
  const isLetterAsked = env.letterGate === 'reference' && state.selection.gate === 'yes';
  const error = errorText(state.answerError);
  // What is wrong with the letter is next to its field.
  const shown: BookingState = isLetterAsked ? { ...state, answerError: '' } : state;
  const answer = (value: string, label: string) =>
    renderAnswer(shown, env, navigation, { value, label: html`<span>${label}</span>` });
  return renderQuestionStep(
    state,
    env,
    navigation,
    'gate',
    html`${renderQuestion(
        env,
        sectionTitle(env, 'gate'),
        isLetterAsked ? '' : error,
        html`<div class="hint">${renderSectionText(env, 'gate')}</div>`,
        html`<div class="list">
          ${answer('yes', msg('Yes, I have the letter'))} ${answer('no', msg('No, not yet'))}
          ${answer('cannot-visit', msg('I cannot visit the agency'))}
        </div>`,
      )}
      ${
        isLetterAsked
          ? renderTextField(
              {
                id: 'letter',
                label: msg('Reference number from your letter'),
                hint: msg(
                  'You can use capital or small letters, with or without spaces and hyphens.',
                ),
                error,
              },
              {
                value: state.selection.letter,
                disabled: env.isDisabled,
                onInput: navigation.writeLetter,
                maxLength: 64,
                isReference: true,
                isRequired: true,
              },
            )
          : nothing
      }
      ${env.notification} <slot name="gate"></slot>`,
  );
}

function errorText(error: AnswerError): string {
  if (error === 'letter-missing') return msg('Enter the reference number from your letter');
  if (error === 'letter-invalid')
    return msg(
      'This reference number cannot be used. Check that it is the same as in your letter.',
    );
  return error && msg('Choose an answer');
}

/** No letter yet, or no visit: what happens next. No times are requested. */
export function renderNoBooking(
  id: 'no-letter' | 'cannot-visit',
  state: BookingState,
  env: RenderEnv,
  navigation: Navigation,
): TemplateResult {
  return html`<div class="stack" part="gate">
    ${renderBack(state, env, navigation)}
    ${renderStepGroup(
      html`${renderStepHeading(env, sectionTitle(env, id))}
        <div class="stack" id="what-next">${renderSectionText(env, id)}</div>`,
      'what-next',
    )}
    ${
      id === 'cannot-visit'
        ? html`${renderTitledSection(env, 'special-reasons', 'subheading')}
          ${renderTitledSection(env, 'if-you-do-not-come', 'subheading')}`
        : renderHelp(env)
    }
    <slot name="gate"></slot>
  </div>`;
}

/** The page gave no service: how to book in another way. */
export const renderElsewhere = (
  state: BookingState,
  env: RenderEnv,
  navigation: Navigation,
): TemplateResult =>
  html`<div class="stack">
    ${renderBack(state, env, navigation)}
    ${renderStepGroup(
      html`${renderStepHeading(env, sectionTitle(env, 'elsewhere'))}
        <div class="stack" id="what-next">${renderSectionText(env, 'elsewhere')}</div>
        <slot></slot>`,
      'what-next',
    )}
    ${renderHelp(env)}
  </div>`;
