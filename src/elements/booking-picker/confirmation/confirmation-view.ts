import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../../content/heading.js';
import type { Renderable } from '../../../content/render.js';
import { momentInSentence } from '../../../i18n/format.js';
import type { Booking } from '../../../services/bookings.js';
import {
  calendarIcon,
  doneIcon,
  errorIcon,
  icon,
  printIcon,
  warningIcon,
} from '../../../shared/icons.js';
import { renderNotification } from '../../../shared/templates/notification.js';
import { renderBookingSummary, renderSwedishTime } from '../booking-summary.js';
import { renderHelp, renderSection, renderSectionText, sectionTitle } from '../content-view.js';
import type { RenderEnv } from '../render-env.js';
import { completeSelectionRows, renderFinalSelection } from '../selection-summary.js';
import type { BookingState } from '../state.js';
import { renderStepGroup, renderStepHeading, renderUnavailable } from '../step-view.js';
import type { ConfirmationActions } from './actions.js';
import type { ConfirmationEnv } from './review-view.js';

/** The booking, and what the person can do with it. */
export function renderConfirmation(
  state: BookingState,
  booking: Booking,
  env: ConfirmationEnv,
  actions: ConfirmationActions,
): TemplateResult {
  const { lang } = env;
  const { status, slot } = booking;
  const isBooked = status === 'booked';
  const title = titleOf(state, booking);
  return html`<div class="stack">
    ${env.notification}
    ${
      isBooked
        ? html`${renderReceipt(env, booking, title)}
            <p>${keepReferenceText()}</p>`
        : renderStepGroup(
            html`${renderStepHeading(env, title)}
              <div class="summary" part="receipt" id="visit">
                ${renderBookingSummary(booking, lang)}
              </div>`,
            'visit',
          )
    }
    ${renderSwedishTime(slot.startsAt)} ${renderFiles(booking, actions)}
    ${isBooked ? renderBeforeVisit(env) : nothing}
    ${status === 'cancelled' ? renderSection(env, 'after-cancel') : nothing}
    <slot name="after-booking"></slot>
    ${isBooked ? renderChanges(env, actions, booking) : renderBookAnother(env, actions)}
    ${renderHelp(env)}
  </div>`;
}

function titleOf({ bookingOrigin }: BookingState, { status }: Booking): string {
  if (status === 'past') return msg('This visit is over');
  if (status === 'cancelled') return msg('Your visit has been cancelled');
  if (bookingOrigin === 'found') return msg('Your booked visit');
  return bookingOrigin === 'rescheduled'
    ? msg('Your visit has been changed')
    : msg('Your visit is booked');
}

const renderReceipt = (
  { lang, headingLevel }: RenderEnv,
  booking: Booking,
  title: string,
): TemplateResult =>
  html`<div
    class="receipt"
    part="receipt"
    id="step"
    role="group"
    aria-labelledby="title"
    aria-describedby="visit"
    tabindex="-1"
  >
    <div class="receipt-head">
      ${icon(doneIcon)} ${renderHeading(headingLevel, title, { class: 'heading', id: 'title' })}
    </div>
    <div class="summary" id="visit">${renderBookingSummary(booking, lang)}</div>
  </div>`;

/** The page forgets the reference when the person leaves it. */
export const keepReferenceText = (): string =>
  msg('Keep the reference. You need it to see, change or cancel your visit.');

function renderFiles(
  { status }: Booking,
  { saveCalendar, print }: ConfirmationActions,
): Renderable {
  if (status === 'past') return nothing;
  const isBooked = status === 'booked';
  // Not every calendar obeys a cancellation (RFC 5546, 3.2.5): khal keeps the visit, calcurse adds it again.
  return html`<div class="row">
      <button class="button" part="calendar" type="button" @click=${saveCalendar}>
        ${icon(calendarIcon)}${
          isBooked ? msg('Add to my calendar') : msg('Save the cancellation for my calendar')
        }
      </button>
      ${
        isBooked
          ? html`<button class="button" type="button" @click=${print}>
              ${icon(printIcon)}${msg('Print')}
            </button>`
          : nothing
      }
    </div>
    ${
      isBooked
        ? nothing
        : html`<p class="hint">
            ${msg('If your calendar still shows the visit after that, delete it there.')}
          </p>`
    }`;
}

const renderBeforeVisit = (env: RenderEnv): TemplateResult =>
  html`<div class="notice warning">
    ${icon(warningIcon)}
    <div class="stack-sm">
      ${renderHeading(env.headingLevel + 1, sectionTitle(env, 'before-visit'), { class: 'name' })}
      ${renderSection(env, 'before-visit')} ${renderSection(env, 'if-you-do-not-come')}
    </div>
  </div>`;

/** To change or cancel, while that is possible. */
function renderChanges(
  { lang, now, isDisabled }: ConfirmationEnv,
  { reschedule, askToCancel }: ConfirmationActions,
  { changeUntil, slot }: Booking,
): TemplateResult {
  const last = new Date(changeUntil ?? slot.startsAt);
  if (now >= last)
    return html`<div class="actions">
      <p>${msg('It is too late to change or cancel this visit.')}</p>
    </div>`;
  const until = momentInSentence(last, lang);
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
      @click=${reschedule}
    >
      ${msg('Change the time')}
    </button>
    <button
      class="button quiet"
      part="cancel"
      type="button"
      aria-disabled=${disabled}
      aria-describedby=${reason}
      @click=${askToCancel}
    >
      ${msg('Cancel the visit')}
    </button>
    ${changeUntil ? html`<p>${msg(str`You can change or cancel until ${until}.`)}</p>` : nothing}
  </div>`;
}

const renderBookAnother = (
  { mode }: RenderEnv,
  { bookAnother }: ConfirmationActions,
): Renderable =>
  mode === 'book'
    ? html`<div class="actions">
        <button class="button" type="button" @click=${bookAnother}>
          ${msg('Book a new visit')}
        </button>
      </div>`
    : nothing;

/** Never "booked" and never "not booked": what is known, and how to find out. */
export function renderUnknownOutcome(
  state: BookingState,
  env: ConfirmationEnv,
  { findOutcome }: ConfirmationActions,
): TemplateResult {
  const { headingLevel, office, lang } = env;
  const heading = sectionTitle(env, 'unknown');
  return html`<div class="stack">
    ${renderNotification(
      { kind: 'error', icon: errorIcon, heading, headingLevel, hasReason: true },
      html`<div id="problem-reason">${renderSectionText(env, 'unknown')}</div>`,
    )}
    ${renderFinalSelection(completeSelectionRows(state, office, lang))}
    <slot></slot>
    <div class="actions">
      <button
        class="button primary"
        part="retry"
        type="button"
        aria-disabled=${state.pendingOperation ? 'true' : nothing}
        @click=${findOutcome}
      >
        ${msg('Check again')}
      </button>
    </div>
    ${renderHelp(env)}
  </div>`;
}
