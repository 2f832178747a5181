import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { digestOf } from '../../content/digest.js';
import { CALENDAR_TYPE, toICalendar } from '../../shared/ical.js';
import { printDocument, downloadFile } from '../../shared/print-document.js';
import type { Booking } from '../../services/bookings.js';
import { keepWords, officeName, renderVisit } from './receipt-view.js';
import { renderSection, titleOf, type View } from './view.js';

/**
 * The visit as an iCalendar file: another for each state of the booking, with the same UID. Calendars are shared with
 * others, and who has the reference can cancel the visit: so the file holds only a digest of it.
 */
export async function calendarOf(booking: Booking, lang: string, stamp: Date): Promise<string> {
  const { reference, status, sequence, slot, office } = booking;
  const name = officeName(office, lang);
  const digest = (await digestOf(reference)).replace(/[^A-Za-z0-9]/g, '').slice(6, 38);
  return toICalendar({
    ...{ uid: `${digest || reference}@lucka`, sequence, stamp },
    ...{ start: new Date(slot.startsAt), end: new Date(slot.endsAt) },
    summary: msg(str`Visit to the Swedish Migration Agency, ${name}`),
    description: msg('Follow your letter.'),
    location: office.address ? `${name}, ${office.address}` : name,
    status: status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
  });
}

export async function saveCalendar(booking: Booking, lang: string, stamp: Date): Promise<void> {
  downloadFile('visit.ics', CALENDAR_TYPE, await calendarOf(booking, lang, stamp));
}

/** The receipt on a sheet of its own. */
export const printReceipt = (view: View, booking: Booking, place: Node): Promise<void> =>
  printDocument(
    {
      ...{ title: msg('Your visit is booked'), lang: view.lang },
      body: html`<h1>${msg('Your visit is booked')}</h1>
        ${renderVisit(view, booking)}
        <p>${keepWords()}</p>
        <h2>${titleOf(view, 'before-visit')}</h2>
        ${renderSection(view, 'before-visit')}
        <h2>${titleOf(view, 'if-you-do-not-come')}</h2>
        ${renderSection(view, 'if-you-do-not-come')}`,
    },
    place,
  );
