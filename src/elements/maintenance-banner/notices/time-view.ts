import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Renderable } from '../../../content/render.js';
import { dateFormat } from '../../../i18n/date-format.js';
import { formatInstantDate, formatTime, formatWeekday } from '../../../i18n/format.js';
import { SWEDEN } from '../../../i18n/sweden.js';
import type { ActiveNotice } from '../state.js';
import type { RenderEnv } from './render-env.js';

/** "Saturday 5 December 2026 at 22:00"; with the name of the zone in the hour that comes twice when summer time ends. */
function moment(instant: string, lang: string, zone: string): string {
  const date = new Date(instant);
  const day = `${formatWeekday(date, lang, zone)} ${formatInstantDate(date, lang, zone)}`;
  const time = formatTime(date, lang, zone);
  const isTwice = [-HOUR, HOUR].some(
    (shift) => formatTime(new Date(date.getTime() + shift), lang, zone) === time,
  );
  return msg(str`${day} at ${isTwice ? `${time} (${zoneName(zone, lang, date)})` : time}`);
}

/** Milliseconds. */
const HOUR = 3_600_000;

/** The zone's own name at this instant, such as "Central European Summer Time". */
function zoneName(zone: string, lang: string, date?: Date): string {
  const format = dateFormat(lang, { timeZone: zone, timeZoneName: 'long' });
  return format.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** When a notice applies, by the clock that counts, and by the visitor's own where that shows another time. */
export function renderTime(notice: ActiveNotice, env: RenderEnv): Renderable {
  const { lang, zone, ownZone: own } = env;
  const instant = notice.closesAt ?? notice.endedAt ?? notice.endsAt ?? notice.startsAt;
  if (!instant) return nothing;
  const isAbroad = moment(instant, lang, own) !== moment(instant, lang, zone);
  return html`<p class="time" part="time">${renderLine(notice, env, zone, nameOf(zone, lang))}</p>
    ${
      isAbroad
        ? html`<p class="muted" part="time">
            ${renderLine(notice, env, own, msg('by your own clock'))}
          </p>`
        : nothing
    }`;
}

function nameOf(zone: string, lang: string): string {
  if (zone === SWEDEN) return msg('Swedish time');
  return zoneName(zone, lang);
}

function renderLine(
  notice: ActiveNotice,
  { lang, interruption }: RenderEnv,
  zone: string,
  clock: string,
): Renderable {
  const time = (instant: string | null | undefined): TemplateResult =>
    html`<time datetime=${instant ?? nothing}>${moment(instant ?? '', lang, zone)}</time>`;
  const { startsAt, endsAt } = notice;
  const line = interruption?.time(notice, time, clock);
  if (line || !startsAt) return line ?? nothing;
  return endsAt
    ? msg(html`${time(startsAt)} to ${time(endsAt)}, ${clock}`)
    : msg(html`From ${time(startsAt)}, ${clock}`);
}
