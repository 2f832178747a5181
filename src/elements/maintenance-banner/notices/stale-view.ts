import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { formatTime, momentInSentence, timeInSentence } from '../../../i18n/format.js';
import { toCalendarDate } from '../../../i18n/time-zone.js';
import { clockIcon, icon } from '../../../shared/icons.js';

/** That nothing newer is known, and how old this is: a time of day, with its date if that is not today. */
export function renderStale(since: number, now: Date, lang: string, zone: string): TemplateResult {
  const checked = new Date(since);
  const isToday = toCalendarDate(checked, zone) === toCalendarDate(now, zone);
  const when = isToday
    ? timeInSentence(formatTime(checked, lang, zone), lang)
    : momentInSentence(checked, lang, zone);
  return html`<p class="age" part="stale">
    ${icon(clockIcon)}
    <span>${msg(str`Last checked ${when}. Newer information is not available right now.`)}</span>
  </p>`;
}
