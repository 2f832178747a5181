import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../content/heading.js';
import type { Slot } from '../../services/bookings.js';
import { renderChosen } from './chosen-view.js';
import { byPartOfDay } from './days.js';
import { dayName, fullDayName, isElsewhere, timeName } from './names.js';
import { renderLoading, renderOption, renderOptions, renderStep, type View } from './view.js';

/** One day's times, before and after noon. The day is in the name of each group. */
export function renderTimes(view: View, slots: readonly Slot[]): TemplateResult {
  const { visit, lang, later } = view;
  const { morning, afternoon } = byPartOfDay(slots);
  const groups = html`<div class="stack" part="times">
    ${renderGroup(view, msg('Morning'), morning)} ${renderGroup(view, msg('Afternoon'), afternoon)}
  </div>`;
  const none = html`<p>${msg('There are no free times left on this day. Choose another day.')}</p>`;
  return renderStep(
    view,
    '',
    html`${later?.renderTrouble(view)} ${renderChosen(view, ['office', 'day'])}
    ${renderOptions(
      view,
      msg(str`Which time on ${dayName(visit.choices.date, lang)}?`),
      renderSwedishTime(slots[0]?.startsAt),
      slots.length ? groups : view.isLoading ? renderLoading() : none,
    )}`,
  );
}

function renderGroup(view: View, name: string, slots: readonly Slot[]): unknown {
  if (!slots.length) return nothing;
  const { lang, visit, headingLevel } = view;
  const label = `${name}, ${fullDayName(visit.choices.date, lang)}`;
  return html`<div part="time-group" role="group" aria-label=${label}>
    ${renderHeading(headingLevel + 1, name, { class: 'subheading' })}
    <div class="times">
      ${slots.map((slot) =>
        renderOption(view, slot.id, 'time', html`<span>${timeName(slot.startsAt, lang)}</span>`),
      )}
    </div>
  </div>`;
}

/** Said only where clocks show another time. */
export const renderSwedishTime = (startsAt: string | undefined): unknown =>
  startsAt && isElsewhere(new Date(startsAt))
    ? html`<p class="hint">
        ${msg('All times are Swedish time. Your device shows another time.')}
      </p>`
    : nothing;
