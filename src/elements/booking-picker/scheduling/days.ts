import type { OfficeDay, Slot, SlotList } from '../../../services/bookings.js';
import { toSwedishDate } from '../../../i18n/sweden.js';
import { formatTime } from '../../../i18n/format.js';

/** Days, both included, as the service is asked for them. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** The contract's longest range, both ends included. */
export const LONGEST_RANGE = 62;

const DAY = 86_400_000;

/** So many days later on the calendar: summer time does not matter. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** A range of at most 62 days that begins on `from` and ends on `to` at the latest; undefined when there is none. */
export function rangeFrom(from: string, to: string): DayRange | undefined {
  const last = dayAfter(from, LONGEST_RANGE - 1);
  const end = to && to < last ? to : last;
  return end < from ? undefined : { from, to: end };
}

/** What is asked for next: the days after those that are known, as long as times are published. */
export function rangeAfter(
  asked: DayRange,
  { publishedUntil }: Pick<SlotList, 'publishedUntil'>,
  to: string,
): DayRange | undefined {
  const from = dayAfter(asked.to, 1);
  const last = to && to < publishedUntil ? to : publishedUntil;
  return rangeFrom(from, last);
}

/**
 * The days to list: free ones and those closed for a reason, from the first free one on, in order, each once. Days
 * outside the range are left out, whatever the service sends.
 */
export function visibleDays(lists: readonly SlotList[], { from, to }: DayRange): OfficeDay[] {
  const next = lists[0]?.nextAvailable;
  const first = next ? toSwedishDate(new Date(next)) : from;
  const days = new Map<string, OfficeDay>();
  for (const { date, closed, slots } of lists.flatMap((list) => list.days)) {
    const isListed = date >= from && date <= to && date >= first;
    if (isListed && (slots.length || closed?.reason))
      days.set(date, { date, closed: slots.length ? null : closed, slots: dedupeSlots(slots) });
  }
  return [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** Where three people can come at the same time there are three slots: the time is listed once. */
export function dedupeSlots(slots: readonly Slot[]): Slot[] {
  const times = new Map<number, Slot>();
  for (const slot of slots) {
    const time = Date.parse(slot.startsAt);
    if (!times.has(time)) times.set(time, slot);
  }
  return [...times.entries()].sort(([one], [other]) => one - other).map(([, slot]) => slot);
}

export interface DayPage {
  readonly days: readonly OfficeDay[];
  readonly hasEarlier: boolean;
  /** There are more among those that are known. */
  readonly hasLater: boolean;
}

export function pageOf(days: readonly OfficeDay[], page: number, size: number): DayPage {
  const start = page * size;
  return {
    days: days.slice(start, start + size),
    hasEarlier: page > 0,
    hasLater: days.length > start + size,
  };
}

/** ISO 8601: weeks begin on Monday, and the first one has the year's first Thursday. */
export function isoWeek(day: string): number {
  const date = new Date(Date.parse(day));
  const weekday = (date.getUTCDay() + 6) % 7;
  const thursday = Date.parse(dayAfter(day, 3 - weekday));
  const year = new Date(thursday).getUTCFullYear();
  return Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1;
}

/** Days by the week they are in. */
export function byWeek(days: readonly OfficeDay[]): { week: number; days: OfficeDay[] }[] {
  const weeks: { week: number; days: OfficeDay[] }[] = [];
  for (const day of days) {
    const week = isoWeek(day.date);
    const last = weeks.at(-1);
    if (last?.week === week) last.days.push(day);
    else weeks.push({ week, days: [day] });
  }
  return weeks;
}

/** Before and from noon, by the clock in Sweden. */
export function byPartOfDay(slots: readonly Slot[]): { morning: Slot[]; afternoon: Slot[] } {
  const isMorning = ({ startsAt }: Slot) => formatTime(new Date(startsAt), 'sv') < '12';
  return {
    morning: slots.filter(isMorning),
    afternoon: slots.filter((slot) => !isMorning(slot)),
  };
}

/** The available times nearest to one, the nearest first. */
export function nearestTo(startsAt: string, slots: readonly Slot[], count = 3): Slot[] {
  const wanted = Date.parse(startsAt);
  const away = (slot: Slot) => Math.abs(Date.parse(slot.startsAt) - wanted);
  return [...slots].sort((one, other) => away(one) - away(other)).slice(0, count);
}
