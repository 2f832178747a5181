import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../content/heading.js';
import { formatDate } from '../../i18n/sweden.js';
import type { OfficeDay, SlotList } from '../../services/bookings.js';
import { renderChosen } from './chosen-view.js';
import { byWeek, dayOfSlot, weekOf } from './days.js';
import { beginning, dayName, monthName, timeName } from './names.js';
import {
  freeTimes,
  renderLoading,
  renderOption,
  renderOptions,
  renderStep,
  type View,
} from './view.js';

/** Days with their free times, and closed ones with the reason, by week; ten a page. */
export function renderDays(view: View): TemplateResult {
  const { days, isLoading, later } = view;
  const trouble = later?.renderTrouble(view);
  const chosen = renderChosen(view, ['office']);
  if (!isLoading && !days.days.length && later) return later.renderNoDays(view, chosen);
  const body = days.days.length
    ? html`<div class="list" part="days">
        ${byWeek(days.days).map((week) => renderWeek(view, week))}
      </div>`
    : isLoading || !later
      ? renderLoading()
      : nothing;
  return renderStep(
    view,
    '',
    html`${trouble} ${chosen}
    ${renderOptions(view, msg('Which day suits you?'), renderFirst(view), body)}
    ${days.days.length ? html`${renderEnd(view)} ${renderPages(view)}` : nothing}`,
  );
}

/** The first free time, and a quick way to it. */
function renderFirst({ list, lang, later }: View): unknown {
  const startsAt = list?.nextAvailable;
  if (!startsAt) return nothing;
  const day = dayName(dayOfSlot({ id: '', startsAt, endsAt: startsAt }), lang);
  return html`<div class="row">
    <p class="hint">${msg(str`The first free time is ${day} at ${timeName(startsAt, lang)}.`)}</p>
    <button class="button quiet" type="button" @click=${() => later?.choosing.takeFirst()}>
      ${msg('Choose the first free time')}
    </button>
  </div>`;
}

function renderWeek(
  view: View,
  { week, days }: { week: number; days: readonly OfficeDay[] },
): TemplateResult {
  const month = monthName(days[0]?.date ?? '', view.lang);
  const id = `week-${days[0]?.date}`;
  return html`<div class="list" role="group" aria-labelledby=${id}>
    ${renderHeading(view.headingLevel + 1, msg(str`Week ${week}, ${month}`), { class: 'name', id })}
    ${days.map((day) => renderDay(view, day))}
  </div>`;
}

/** "Tuesday 1 December, 6 free times"; in Swedish also the week, by which people there speak of days. */
function renderDay(view: View, { date, closed, slots }: OfficeDay): TemplateResult {
  const { lang } = view;
  const name = beginning(dayName(date, lang));
  const reason = closed?.reason;
  if (reason)
    return html`<div class="closed" part="day">
      <span>${name}</span>
      <span>${msg(str`Closed: ${lang === 'sv' ? reason.sv : reason.en}`)}</span>
    </div>`;
  const week =
    lang === 'sv'
      ? html`<span class="visually-hidden-inline">, vecka ${weekOf(date)}</span>`
      : nothing;
  return renderOption(
    view,
    date,
    'day',
    html`<span>${name}${week}<span class="visually-hidden-inline">, </span></span>
      <span class="more">${freeTimes(slots.length)}</span>`,
    'with-more',
  );
}

/** Why the list ends with this page. */
function renderEnd(view: View): unknown {
  const { days, list, to, lang, isLoading, loadError, searchedUntil } = view;
  if (days.hasLater || isLoading || loadError || !list) return nothing;
  if (searchedUntil) return renderSearch(view);
  const isCut = to && to < list.publishedUntil;
  return html`<p class="muted">${isCut ? lastWords(to, lang) : publishedWords(list, lang)}</p>`;
}

/** The search stopped before everything was known: it goes on when somebody wants it to. */
export const renderSearch = ({ searchedUntil, days, lang, later }: View): TemplateResult => {
  const until = formatDate(searchedUntil, lang);
  const found = days.days.length
    ? msg(str`These are the days up to ${until}. There may be more later on.`)
    : msg(str`There are no free times up to ${until}. There may be some later on.`);
  return html`<div class="row">
    <p class="hint">${found}</p>
    <button class="button quiet" type="button" @click=${() => later?.choosing.searchFurther()}>
      ${msg('Search further ahead')}
    </button>
  </div>`;
};

/** Until when the page lets a day be chosen. */
function lastWords(to: string, lang: string): string {
  const last = formatDate(to, lang);
  return msg(str`You can choose a day up to ${last}.`);
}

/** Until when there are times to choose from. */
export function publishedWords({ publishedUntil }: SlotList, lang: string): string {
  if (!publishedUntil) return '';
  const until = formatDate(publishedUntil, lang);
  return msg(str`Times are published up to ${until}.`);
}

function renderPages({ days, later }: View): TemplateResult {
  return html`<div class="between">
    ${
      days.hasEarlier
        ? html`<button class="button quiet" type="button" @click=${() => later?.choosing.turn(-1)}>
            ${msg('Earlier days')}
          </button>`
        : html`<span></span>`
    }
    ${
      days.hasLater
        ? html`<button class="button quiet" type="button" @click=${() => later?.choosing.turn(1)}>
            ${msg('Later days')}
          </button>`
        : nothing
    }
  </div>`;
}
