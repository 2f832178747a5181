import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Renderable } from '../../../content/render.js';
import { formatWeekday, momentInSentence, zoneName } from '../../../i18n/format.js';
import { SWEDEN } from '../../../i18n/sweden.js';
import type { ActiveNotice } from '../state.js';
import type { RenderEnv } from './render-env.js';

/** Within a line: "Saturday 5 December 2026 at 22:00", "lördagen den 5 december 2026 kl. 22.00". */
function moment(instant: string, lang: string, zone: string): string {
  const date = new Date(instant);
  return momentInSentence(date, lang, zone, formatWeekday(date, lang, zone));
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
            ${renderLine(notice, env, own, msg('in your local time'))}
          </p>`
        : nothing
    }`;
}

const nameOf = (zone: string, lang: string): string =>
  zone === SWEDEN ? msg('Swedish time') : zoneName(new Date(), lang, zone);

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
    ? msg(html`From ${time(startsAt)} to ${time(endsAt)} (${clock})`)
    : msg(html`From ${time(startsAt)} (${clock})`);
}
