/** One appointment in a calendar file. */
export interface CalendarEvent {
  /** Globally unique and the same for every file about this appointment: importing a newer one updates it. */
  readonly uid: string;
  /** Raised by one with each change (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  /** When the file was made. */
  readonly stamp: Date;
  readonly start: Date;
  readonly end: Date;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly url?: string;
  readonly status?: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** Does it take the person's time? Else it is shown and leaves the time free. True by default. */
  readonly busy?: boolean;
}

/** The media type of calendar files. */
export const CALENDAR_TYPE = 'text/calendar';

/**
 * An iCalendar file (RFC 5545). Instants are in UTC: a `TZID` without a `VTIMEZONE` is an hour off in Outlook. Written to
 * be published, not to be answered (RFC 5546): a cancelled appointment is a `CANCEL`.
 */
export function toICalendar(event: CalendarEvent): string {
  const { uid, sequence, stamp, start, end, summary, status = 'CONFIRMED', busy = true } = event;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lucka//Lucka//EN',
    `METHOD:${status === 'CANCELLED' ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(end)}`,
    `SUMMARY:${escaped(summary)}`,
    ...textLine('DESCRIPTION', event.description),
    ...textLine('LOCATION', event.location),
    ...(event.url ? [`URL:${event.url.replace(/\s/g, encodeURIComponent)}`] : []),
    `STATUS:${status}`,
    `TRANSP:${busy ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const textLine = (name: string, text: string | undefined): string[] =>
  text ? [`${name}:${escaped(text)}`] : [];

const utc = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d+/g, '');

/** RFC 5545, 3.3.11; other control characters have no place in a file. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/** At most 75 octets a line, never within a character (RFC 5545, 3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let start = 0;
  let end = 0;
  let octets = 0;
  for (const character of line) {
    const length = octetsOf(character);
    if (octets + length > 75) {
      parts.push(line.slice(start, end));
      start = end;
      // The space at the beginning of the next line.
      octets = 1;
    }
    end += character.length;
    octets += length;
  }
  return [...parts, line.slice(start)].join('\r\n ');
}

/** Of one code point in UTF-8; an encoder is slow for single characters. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
