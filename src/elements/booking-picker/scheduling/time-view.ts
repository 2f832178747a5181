import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../../content/heading.js';
import type { Renderable } from '../../../content/render.js';
import { dateInSentence } from '../../../i18n/format.js';
import type { Slot } from '../../../services/bookings.js';
import { renderSwedishTime } from '../booking-summary.js';
import { formatDay, formatFullDay, formatTime } from '../format-times.js';
import { renderSelection, selectionRows } from '../selection-summary.js';
import type { BookingState } from '../state.js';
import { renderAnswer, renderLoading, renderQuestionStep } from '../step-view.js';
import type { SchedulingActions } from './actions.js';
import type { SchedulingEnv } from './available-times.js';
import { renderChoice } from './choice-view.js';
import { byPartOfDay } from './days.js';

/** One day's times, before and after noon. The day is in the name of each group. */
export function renderTimes(
  state: BookingState,
  env: SchedulingEnv,
  actions: SchedulingActions,
): TemplateResult {
  const { selection } = state;
  const { slots, offices, isLoading } = env.times;
  const { morning, afternoon } = byPartOfDay(slots);
  const day = dateInSentence(formatDay(selection.date, env.lang), env.lang);
  const groups = html`<div class="stack" part="times">
    ${renderPartOfDay(state, env, actions, msg('Morning'), morning)}
    ${renderPartOfDay(state, env, actions, msg('Afternoon'), afternoon)}
  </div>`;
  const none = html`<p>
    ${msg('There are no available times left on this day. Choose another day.')}
  </p>`;
  const office = offices.find(({ id }) => id === selection.officeId);
  return renderQuestionStep(
    state,
    env,
    actions.navigation,
    '',
    html`${env.notification}
    ${renderSelection(selectionRows(state, office, env.lang), actions.navigation)}
    ${renderChoice(
      state,
      env,
      msg(str`Which time suits you on ${day}?`),
      renderSwedishTime(slots[0]?.startsAt),
      slots.length ? groups : isLoading ? renderLoading() : none,
    )}`,
  );
}

function renderPartOfDay(
  state: BookingState,
  env: SchedulingEnv,
  { navigation }: SchedulingActions,
  name: string,
  slots: readonly Slot[],
): Renderable {
  if (!slots.length) return nothing;
  const { lang, headingLevel } = env;
  const groupName = `${name}, ${formatFullDay(state.selection.date, lang)}`;
  return html`<div part="time-group" role="group" aria-label=${groupName}>
    ${renderHeading(headingLevel + 1, name, { class: 'subheading' })}
    <div class="times">
      ${slots.map(({ id, startsAt }) => {
        const label = html`<span>${formatTime(startsAt, lang)}</span>`;
        return renderAnswer(state, env, navigation, { value: id, part: 'time', label });
      })}
    </div>
  </div>`;
}
