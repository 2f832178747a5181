import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { formatInstantDate, formatTime } from '../../../i18n/format.js';
import { toCalendarDate } from '../../../i18n/time-zone.js';
import { clockIcon, icon } from '../../../shared/icons.js';

/** That nothing newer is known, and how old this is: a time of day, with its date if that is not today. */
export function renderStale(since: number, now: Date, lang: string, zone: string): TemplateResult {
  const checked = new Date(since);
  const time = formatTime(checked, lang, zone);
  const isToday = toCalendarDate(checked, zone) === toCalendarDate(now, zone);
  const when = isToday ? time : msg(str`${formatInstantDate(checked, lang, zone)} at ${time}`);
  return html`<p class="age" part="stale">
    ${icon(clockIcon)}
    <span>${msg(str`Last checked ${when}. Newer information cannot be reached right now.`)}</span>
  </p>`;
}
