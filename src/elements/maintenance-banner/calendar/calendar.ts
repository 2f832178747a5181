import { toICalendar, CALENDAR_TYPE } from '../../shared/ical.js';
import { downloadFile } from '../../shared/print-document.js';
import { safeUrl } from '../../shared/safe-url.js';
import { stripAnnotations } from '../../content/strip-annotations.js';
import type { ActiveNotice } from './active.js';
import { textIn, titleOf } from './notice-view.js';

/** A closing has no length; programs show nothing of an appointment without one. */
const A_MOMENT = 15 * 60_000;

/**
 * Offers the notice as a calendar file. Its identity comes from the notice alone, so that importing the file of a later
 * revision updates the appointment.
 *
 * @param address of the feed
 */
export function saveToCalendar(notice: ActiveNotice, lang: string, address: string): void {
  const { id, revision, startsAt, endsAt, closesAt, moreHref } = notice;
  const start = new Date(closesAt ?? startsAt ?? '');
  if (Number.isNaN(start.getTime())) return;
  const { hostname } = new URL(address, document.baseURI);
  const body = stripAnnotations(textIn(notice.body, lang).text ?? '');
  const toDo = (textIn(notice.whatToDo, lang).text ?? []).map(
    (each) => `- ${stripAnnotations(each)}`,
  );
  const file = toICalendar({
    uid: `${id}@${hostname || 'localhost'}`,
    sequence: revision,
    stamp: new Date(),
    start,
    end: new Date(closesAt ? start.getTime() + A_MOMENT : (endsAt ?? start.getTime() + A_MOMENT)),
    summary: titleOf(notice, lang),
    description: [body, ...toDo].filter(Boolean).join('\n'),
    url: safeUrl(moreHref),
    // It is known of, and takes nobody's time.
    busy: false,
  });
  downloadFile(`${id.replace(/[^\w.-]+/g, '-')}.ics`, CALENDAR_TYPE, file);
}
