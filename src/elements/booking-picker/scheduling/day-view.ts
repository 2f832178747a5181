import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../../content/heading.js';
import type { Renderable } from '../../../content/render.js';
import { dateInSentence } from '../../../i18n/format.js';
import { plural } from '../../../i18n/plural.js';
import { formatDate } from '../../../i18n/sweden.js';
import type { OfficeDay, SlotList } from '../../../services/bookings.js';
import { capitalize, formatDay, formatMonth, momentInSentence } from '../format-times.js';
import { renderSelection, selectionRows } from '../selection-summary.js';
import type { BookingState } from '../state.js';
import { renderAnswer, renderLoading, renderQuestionStep } from '../step-view.js';
import type { SchedulingActions } from './actions.js';
import type { AvailableTimes, SchedulingEnv } from './available-times.js';
import { renderChoice } from './choice-view.js';
import { byWeek, isoWeek } from './days.js';

/** Days with their available times, and closed ones with the reason, by week; ten a page. */
export function renderDays(
  state: BookingState,
  env: SchedulingEnv,
  actions: SchedulingActions,
): TemplateResult {
  const { days, isLoading } = env.times;
  const list = days.days.length
    ? html`<div class="list" part="days">
        ${byWeek(days.days).map((week) => renderWeek(state, env, actions, week))}
      </div>`
    : isLoading
      ? renderLoading()
      : nothing;
  return renderQuestionStep(
    state,
    env,
    actions.navigation,
    '',
    html`${env.notification} ${renderChosenOffice(state, env, actions)}
    ${renderChoice(state, env, msg('Which day suits you?'), renderFirst(env, actions), list)}
    ${
      days.days.length
        ? html`${renderEnd(env, actions)} ${renderPages(env.times, actions)}`
        : nothing
    }`,
  );
}

export const renderChosenOffice = (
  state: BookingState,
  { times, lang }: SchedulingEnv,
  { navigation }: SchedulingActions,
): TemplateResult => {
  const office = times.offices.find(({ id }) => id === state.selection.officeId);
  const rows = selectionRows(state, office, lang);
  return renderSelection(
    rows.filter(({ change }) => change === 'office'),
    navigation,
  );
};

/** The first available time, and a button that chooses it. */
function renderFirst({ times, lang }: SchedulingEnv, actions: SchedulingActions): Renderable {
  const startsAt = times.list?.nextAvailable;
  if (!startsAt) return nothing;
  const moment = momentInSentence({ id: '', startsAt, endsAt: startsAt }, lang);
  return html`<div class="row">
    <p class="hint">${msg(str`The earliest available time is on ${moment}.`)}</p>
    <button class="button quiet" type="button" @click=${actions.selectFirstAvailable}>
      ${msg('Choose the earliest time')}
    </button>
  </div>`;
}

function renderWeek(
  state: BookingState,
  env: SchedulingEnv,
  actions: SchedulingActions,
  { week, days }: { readonly week: number; readonly days: readonly OfficeDay[] },
): TemplateResult {
  const month = formatMonth(days[0]?.date ?? '', env.lang);
  const id = `week-${days[0]?.date}`;
  return html`<div class="list" role="group" aria-labelledby=${id}>
    ${renderHeading(env.headingLevel + 1, msg(str`Week ${week}, ${month}`), { class: 'name', id })}
    ${days.map((day) => renderDay(state, env, actions, day))}
  </div>`;
}

/** "Tuesday 1 December, 6 available times"; in Swedish also the week, which people there use. */
function renderDay(
  state: BookingState,
  env: SchedulingEnv,
  { navigation }: SchedulingActions,
  { date, closed, slots }: OfficeDay,
): TemplateResult {
  const { lang } = env;
  const name = capitalize(formatDay(date, lang));
  const reason = closed?.reason;
  if (reason)
    return html`<div class="closed" part="day">
      <span>${name}</span>
      <span>${msg(str`Closed: ${lang === 'sv' ? reason.sv : reason.en}`)}</span>
    </div>`;
  const week =
    lang === 'sv'
      ? html`<span class="visually-hidden-inline">, vecka ${isoWeek(date)}</span>`
      : nothing;
  const label = html`<span>${name}${week}<span class="visually-hidden-inline">, </span></span>
    <span class="more">${availableText(slots.length)}</span>`;
  return renderAnswer(state, env, navigation, {
    value: date,
    part: 'day',
    label,
    layout: 'with-more',
  });
}

const availableText = (count: number): string =>
  plural(count, {
    one: () => msg(str`${count} available time`),
    other: () => msg(str`${count} available times`),
  });

/** Why the list ends with this page. */
function renderEnd({ times, lang }: SchedulingEnv, actions: SchedulingActions): Renderable {
  const { days, list, to, isLoading, loadError, searchedUntil } = times;
  if (days.hasLater || isLoading || loadError || !list) return nothing;
  if (searchedUntil) return renderSearchFurther(times, lang, actions);
  const isCut = to && to < list.publishedUntil;
  return html`<p class="muted">${isCut ? lastDayText(to, lang) : publishedText(list, lang)}</p>`;
}

/** The search has stopped before everything was loaded: it continues on request. */
export function renderSearchFurther(
  { searchedUntil, days }: AvailableTimes,
  lang: string,
  actions: SchedulingActions,
  next = '',
): TemplateResult {
  const until = dateInSentence(formatDate(searchedUntil, lang), lang);
  const found = days.days.length
    ? msg(str`These are the days up to ${until}. There may be more later on.`)
    : msg(str`There are no available times up to ${until}. There may be some later on.`);
  return html`<div class="row">
    <p class="hint" id="what-next">${next ? `${found} ${next}` : found}</p>
    <button class="button quiet" type="button" @click=${actions.searchFurther}>
      ${msg('Search further ahead')}
    </button>
  </div>`;
}

/** The last day that the page offers. */
function lastDayText(to: string, lang: string): string {
  const last = dateInSentence(formatDate(to, lang), lang);
  return msg(str`You can choose days up to and including ${last}.`);
}

export function publishedText({ publishedUntil }: SlotList, lang: string): string {
  if (!publishedUntil) return '';
  const until = dateInSentence(formatDate(publishedUntil, lang), lang);
  return msg(str`Times have been published up to and including ${until}.`);
}

const renderPages = ({ days }: AvailableTimes, { changePage }: SchedulingActions): TemplateResult =>
  html`<div class="between">
    ${
      days.hasEarlier
        ? html`<button class="button quiet" type="button" @click=${() => changePage(-1)}>
            ${msg('Earlier days')}
          </button>`
        : html`<span></span>`
    }
    ${
      days.hasLater
        ? html`<button class="button quiet" type="button" @click=${() => changePage(1)}>
            ${msg('Later days')}
          </button>`
        : nothing
    }
  </div>`;
