import { stripAnnotations } from '../../../content/strip-annotations.js';
import { CALENDAR_TYPE, toICalendar } from '../../../shared/ical.js';
import type { Feature } from '../../../shared/lazy-feature.js';
import { downloadFile } from '../../../shared/print-document.js';
import { safeUrl } from '../../../content/safe-url.js';
import { textIn, titleOf } from '../notice-text.js';
import type { ActiveNotice } from '../state.js';

/** Calendar files of notices. */
export interface Calendar extends Feature {
  /** Offers the file of a notice, if it has a date. */
  download(notice: ActiveNotice): void;
}

export interface CalendarDeps {
  /** Address of the feed. */
  readonly address: () => string;
  /** Language of the words. */
  readonly lang: () => string;
}

export const createCalendar = ({ address, lang }: CalendarDeps): Calendar => ({
  styles: [],
  download: (notice) => download(notice, lang(), address()),
});

/** Milliseconds: a closure has no length, and programs show nothing of an appointment without one. */
const CLOSURE_LENGTH = 15 * 60_000;

/**
 * The identity comes from the notice alone, so that importing the file of a later revision updates the appointment.
 */
function download(notice: ActiveNotice, lang: string, address: string): void {
  const { id, revision, startsAt, endsAt, closesAt, moreHref } = notice;
  const start = new Date(closesAt ?? startsAt ?? '');
  if (Number.isNaN(start.getTime())) return;
  const { hostname } = new URL(address, document.baseURI);
  const body = stripAnnotations(textIn(notice.body, lang).text ?? '');
  const toDo = (textIn(notice.whatToDo, lang).text ?? []).map(
    (each) => `- ${stripAnnotations(each)}`,
  );
  const afterwards = start.getTime() + CLOSURE_LENGTH;
  const file = toICalendar({
    uid: `${id}@${hostname || 'localhost'}`,
    sequence: revision,
    stamp: new Date(),
    start,
    end: new Date(closesAt ? afterwards : (endsAt ?? afterwards)),
    summary: titleOf(notice, lang),
    description: [body, ...toDo].filter(Boolean).join('\n'),
    url: safeUrl(moreHref),
    // It is for information, and takes nobody's time.
    busy: false,
  });
  downloadFile(`${id.replace(/[^\w.-]+/g, '-')}.ics`, CALENDAR_TYPE, file);
}
