import { dateFormat } from './date-format.js';

/**
 * Calendar arithmetic at the wall clock of a time zone (an IANA name such as `Europe/Stockholm`), with nothing but
 * `Intl`: a day is a day on the calendar, 23 or 25 hours long when the clocks change.
 */

const DAY = 86_400_000;

const numeric = 'numeric' as const;
const EVERY_PART = {
  ...{ year: numeric, month: numeric, day: numeric },
  ...{ hour: numeric, minute: numeric, second: numeric },
  hourCycle: 'h23' as const,
};

/** What the wall clock shows at an instant, in milliseconds as though it stood in Greenwich. */
function wallOf(instant: number, zone: string): number {
  const format = dateFormat('en', { ...EVERY_PART, timeZone: zone });
  const parts = format.formatToParts(instant);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (
    ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
  ).map((type) => Number(parts.find((part) => part.type === type)?.value));
  const milliseconds = ((instant % 1000) + 1000) % 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) + milliseconds;
}

/**
 * The instant at which the wall clock shows this. A time that is skipped in spring is taken with the offset before, so it
 * is an hour later on the clock; of a time that comes twice in autumn, the first: as calendars (RFC 5545, 3.3.5), Temporal
 * ("compatible") and PostgreSQL do.
 */
function instantOf(wall: number, zone: string): number {
  const before = wall - (wallOf(wall - DAY, zone) - (wall - DAY));
  const after = wall - (wallOf(wall + DAY, zone) - (wall + DAY));
  const isShown = (instant: number) => wallOf(instant, zone) === wall;
  return isShown(before) || !isShown(after) ? before : after;
}

/** So many calendar days later (earlier when negative), at the same wall-clock time. */
export const addDays = (instant: Date, days: number, zone: string): Date =>
  new Date(instantOf(wallOf(instant.getTime(), zone) + days * DAY, zone));

/** The day in the zone at this instant, as `YYYY-MM-DD`. */
export const toCalendarDate = (instant: Date, zone: string): string =>
  new Date(wallOf(instant.getTime(), zone)).toISOString().slice(0, 10);

/**
 * The instant at which the zone's wall clock shows a time on a day.
 *
 * @param day `YYYY-MM-DD`
 * @param time `HH:MM`
 */
export const toInstant = (day: string, time: string, zone: string): Date =>
  new Date(instantOf(Date.parse(`${day}T${time}:00Z`), zone));

/** The zone's offset from UTC at this instant, in minutes: 60 for Sweden in winter. */
export const utcOffsetMinutes = (instant: Date, zone: string): number =>
  (wallOf(instant.getTime(), zone) - instant.getTime()) / 60_000;

/** Does this platform know the time zone? */
export function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(dateFormat('en', { timeZone }));
  } catch {
    return false;
  }
}
