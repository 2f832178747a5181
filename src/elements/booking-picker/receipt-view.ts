import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../content/heading.js';
import type { Renderable } from '../../content/render.js';
import { formatInstantDate } from '../../i18n/format.js';
import { calendarIcon, doneIcon, icon, printIcon, warningIcon } from '../../shared/icons.js';
import type { Booking, Office } from '../../services/bookings.js';
import { placeOf } from './chosen-view.js';
import { dayOfSlot } from './days.js';
import type { Later } from './later.js';
import { beginning, fullDayName, timeName } from './names.js';
import { renderSwedishTime } from './time-view.js';
import {
  renderFold,
  renderGroup,
  renderSection,
  renderTitle,
  renderUnavailable,
  titleOf,
  type View,
} from './view.js';

/** The name of an office in the language of the words. */
export const officeName = ({ name }: Office, lang: string): string =>
  lang === 'sv' ? name.sv : name.en;

/** The booked time as the same summary list. */
export function renderReceipt(later: Later, view: View, booking: Booking): TemplateResult {
  const { visit, headingLevel } = view;
  const { status } = booking;
  const isBooked = status === 'booked';
  const title =
    status === 'past'
      ? msg('This visit is over')
      : status === 'cancelled'
        ? msg('Your visit is cancelled')
        : visit.isFound
          ? msg('Your booked visit')
          : visit.isChanged
            ? msg('Your visit is changed')
            : msg('Your visit is booked');
  return html`<div class="stack">
    ${later.renderTrouble(view)}
    ${
      isBooked
        ? html`<div
              class="receipt"
              part="receipt"
              id="step"
              role="group"
              aria-labelledby="title"
              aria-describedby="visit"
              tabindex="-1"
            >
              <div class="receipt-head">
                ${icon(doneIcon)}
                ${renderHeading(headingLevel, title, { class: 'heading', id: 'title' })}
              </div>
              <div class="summary" id="visit">${renderVisit(view, booking)}</div>
            </div>
            <p>${keepWords()}</p>`
        : renderGroup(
            html`${renderTitle(view, title)}
              <div class="summary" part="receipt" id="visit">${renderVisit(view, booking)}</div>`,
            'title',
            'visit',
          )
    }
    ${renderSwedishTime(booking.slot.startsAt)} ${renderFiles(later, booking)}
    ${isBooked ? renderBefore(view) : nothing}
    ${status === 'cancelled' ? renderSection(view, 'after-cancel') : nothing}
    <slot name="after-booking"></slot>
    ${isBooked ? renderWays(later, view, booking) : renderNew(later, view)} ${renderFold(view)}
  </div>`;
}

/** When, where, and the reference to hold in the hand. */
export function renderVisit({ lang }: View, { slot, office, reference }: Booking): TemplateResult {
  const day = beginning(fullDayName(dayOfSlot(slot), lang));
  const time = timeName(slot.startsAt, lang);
  return html`<p class="when">${msg(str`${day} at ${time}`)}</p>
    <dl>
      <div class="summary-row" part="row">
        <dt>${msg('Office')}</dt>
        <dd>${placeOf(officeName(office, lang), office.address)}</dd>
      </div>
      <div class="summary-row" part="row">
        <dt>${msg('Reference')}</dt>
        <dd class="number nowrap">${reference}</dd>
      </div>
    </dl>`;
}

/** The page forgets the reference when it is left. */
export const keepWords = (): string =>
  msg('Keep the reference. You need it to see, change or cancel your visit.');

const renderFiles = (later: Later, { status }: Booking): Renderable =>
  status === 'past'
    ? nothing
    : html`<div class="row">
        <button
          class="button"
          part="calendar"
          type="button"
          @click=${() => void later.saveCalendar()}
        >
          ${icon(calendarIcon)}${
            status === 'booked' ? msg('Add to my calendar') : msg('Take it out of my calendar')
          }
        </button>
        ${
          status === 'booked'
            ? html`<button class="button" type="button" @click=${() => void later.print()}>
                ${icon(printIcon)}${msg('Print')}
              </button>`
            : nothing
        }
      </div>`;

const renderBefore = (view: View): TemplateResult =>
  html`<div class="notice warning">
    ${icon(warningIcon)}
    <div class="stack-sm">
      ${renderHeading(view.headingLevel + 1, titleOf(view, 'before-visit'), { class: 'name' })}
      ${renderSection(view, 'before-visit')} ${renderSection(view, 'if-you-do-not-come')}
    </div>
  </div>`;

/** To change or cancel, while that is possible. */
function renderWays(later: Later, view: View, { changeUntil, slot }: Booking): TemplateResult {
  const { lang, now, isDisabled } = view;
  const last = new Date(changeUntil ?? slot.startsAt);
  if (now >= last)
    return html`<div class="actions">
      <p>${msg('It is too late to change or cancel this visit.')}</p>
    </div>`;
  const manage = (what: 'startChange' | 'askCancel') => () => {
    if (!isDisabled) void later.loadManaging().then((managing) => managing[what]());
  };
  const disabled = isDisabled ? 'true' : nothing;
  const reason = isDisabled ? 'unavailable' : nothing;
  return html`<div class="actions">
    ${renderUnavailable(isDisabled)}
    <button
      class="button"
      part="change"
      type="button"
      aria-disabled=${disabled}
      aria-describedby=${reason}
      @click=${manage('startChange')}
    >
      ${msg('Change the time')}
    </button>
    <button
      class="button quiet"
      part="cancel"
      type="button"
      aria-disabled=${disabled}
      aria-describedby=${reason}
      @click=${manage('askCancel')}
    >
      ${msg('Cancel the visit')}
    </button>
    ${
      changeUntil
        ? html`<p>
            ${msg(str`You can change or cancel until ${formatInstantDate(last, lang)} at ${timeName(changeUntil, lang)}.`)}
          </p>`
        : nothing
    }
  </div>`;
}

const renderNew = ({ desk }: Later, { mode }: View): Renderable =>
  mode === 'book'
    ? html`<div class="actions">
        <button class="button" type="button" @click=${() => desk.begin()}>
          ${msg('Book a new visit')}
        </button>
      </div>`
    : nothing;
