import { html, nothing, type TemplateResult } from 'lit';
import { renderStillBooked } from '../booking-summary.js';
import type { RenderEnv } from '../render-env.js';
import type { BookingState } from '../state.js';
import { renderQuestion } from '../step-view.js';
import { answerErrorText } from './answer-error.js';

/**
 * The question for an office, a day or a time. While a visit is rescheduled, the question is described by the sentence that
 * the visit is still booked.
 */
export function renderChoice(
  state: BookingState,
  env: RenderEnv,
  title: string,
  hint: unknown,
  list: unknown,
): TemplateResult {
  // What failed says so itself.
  const isSaid = state.flow === 'reschedule' && env.notification === nothing;
  const stillBooked = isSaid ? 'still-booked' : undefined;
  return html`${stillBooked ? renderStillBooked(state, env.lang, stillBooked) : nothing}
  ${renderQuestion(env, title, answerErrorText(state.answerError), hint, list, stillBooked)}`;
}
