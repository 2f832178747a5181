import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Renderable } from '../../content/render.js';
import { joinDateTime } from '../../i18n/format.js';
import type { Booking } from '../../services/bookings.js';
import {
  capitalize,
  formatFullDay,
  formatTime,
  isInOtherTimeZone,
  momentInSentence,
} from './format-times.js';
import { officeName } from './office-name.js';
import { renderPlace } from './selection-summary.js';
import type { BookingState } from './state.js';
import { dayOfSlot } from './transitions.js';

/** When, where, and the reference. */
export function renderBookingSummary(
  { slot, office, reference }: Booking,
  lang: string,
): TemplateResult {
  const day = capitalize(formatFullDay(dayOfSlot(slot), lang));
  const time = formatTime(slot.startsAt, lang);
  return html`<p class="when">${joinDateTime(day, time, lang)}</p>
    <dl>
      <div class="summary-row" part="row">
        <dt>${msg('Office')}</dt>
        <dd>${renderPlace(officeName(office, lang), office.address)}</dd>
      </div>
      <div class="summary-row" part="row">
        <dt>${msg('Reference')}</dt>
        <dd class="number nowrap">${reference}</dd>
      </div>
    </dl>`;
}

/** Says that the booked visit stands, while it is rescheduled or cancelled. @param id set when the sentence describes another element */
export function renderStillBooked(
  { booking }: BookingState,
  lang: string,
  id?: string,
): Renderable {
  if (booking?.status !== 'booked') return nothing;
  return html`<p id=${id ?? nothing}>
    ${msg(str`Your visit on ${momentInSentence(booking.slot, lang)} is still booked.`)}
  </p>`;
}

/** Where the visitor's clock shows another time. */
export const renderSwedishTime = (startsAt: string | undefined): Renderable =>
  startsAt && isInOtherTimeZone(new Date(startsAt))
    ? html`<p class="hint">
        ${msg('All times are Swedish time. Your device is set to a different time.')}
      </p>`
    : nothing;
