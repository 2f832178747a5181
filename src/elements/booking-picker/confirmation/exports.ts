import { msg } from '@lit/localize';
import { html } from 'lit';
import { digestOf } from '../../../content/digest.js';
import type { Booking } from '../../../services/bookings.js';
import { CALENDAR_TYPE, toICalendar } from '../../../shared/ical.js';
import { downloadFile, printDocument } from '../../../shared/print-document.js';
import { renderBookingSummary } from '../booking-summary.js';
import { contentText, renderSection, sectionTitle } from '../content-view.js';
import { officeName } from '../office-name.js';
import type { RenderEnv } from '../render-env.js';
import { keepReferenceText } from './confirmation-view.js';

/**
 * The visit as an iCalendar file: another for each state of the booking, with the same UID. Calendars are shared with others,
 * and everyone who has the reference can cancel the visit: so the file contains only a digest of it.
 */
async function toCalendarFile(booking: Booking, env: RenderEnv, stamp: Date): Promise<string> {
  const { lang } = env;
  const { reference, status, sequence, slot, office } = booking;
  const name = officeName(office, lang);
  const digest = (await digestOf(reference)).replace(/[^A-Za-z0-9]/g, '').slice(6, 38);
  return toICalendar({
    uid: `${digest || reference}@lucka`,
    sequence,
    stamp,
    start: new Date(slot.startsAt),
    end: new Date(slot.endsAt),
    summary: [contentText(env, 'calendarTitle'), name].filter(Boolean).join(', '),
    description: contentText(env, 'calendarDescription'),
    location: office.address ? `${name}, ${office.address}` : name,
    status: status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
  });
}

export async function downloadCalendar(
  booking: Booking,
  env: RenderEnv,
  stamp: Date,
): Promise<void> {
  downloadFile('visit.ics', CALENDAR_TYPE, await toCalendarFile(booking, env, stamp));
}

/** Prints the confirmation as a document of its own. */
export const printConfirmation = (booking: Booking, env: RenderEnv, root: Node): Promise<void> =>
  printDocument(
    {
      title: msg('Your visit is booked'),
      lang: env.lang,
      body: html`<h1>${msg('Your visit is booked')}</h1>
        ${renderBookingSummary(booking, env.lang)}
        <p>${keepReferenceText()}</p>
        <h2>${sectionTitle(env, 'before-visit')}</h2>
        ${renderSection(env, 'before-visit')}
        <h2>${sectionTitle(env, 'if-you-do-not-come')}</h2>
        ${renderSection(env, 'if-you-do-not-come')}`,
    },
    root,
  );
