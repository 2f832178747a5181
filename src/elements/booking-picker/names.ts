import { msg, str } from '@lit/localize';
import { dateFormat } from '../../i18n/date-format.js';
import { formatTime } from '../../i18n/format.js';
import { SWEDEN, toLocaleTag } from '../../i18n/sweden.js';
import { utcOffsetMinutes } from '../../i18n/time-zone.js';
import type { Slot } from '../../services/bookings.js';
import { dayOfSlot } from './days.js';

type Options = Readonly<Intl.DateTimeFormatOptions>;

const DAY: Options = { weekday: 'long', day: 'numeric', month: 'long' };
const FULL_DAY: Options = { ...DAY, year: 'numeric' };
const SHORT_DAY: Options = { weekday: 'short', day: 'numeric', month: 'short' };
const MONTH: Options = { month: 'long', year: 'numeric' };

/** Some browsers' English has a comma after the weekday, others' has none. */
const named = (instant: Date, lang: string, options: Options): string =>
  dateFormat(toLocaleTag(lang), options).format(instant).replace(',', '');

const inSweden = (options: Options): Options => ({ ...options, timeZone: SWEDEN });
const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);
const ofDay = (day: string, lang: string, options: Options): string =>
  named(noonOf(day), lang, { ...options, timeZone: 'UTC' });

/** "Tuesday 1 December", within a sentence. */
export const dayName = (day: string, lang: string): string => ofDay(day, lang, DAY);

/** "Tuesday 1 December 2026", within a sentence. */
export const fullDayName = (day: string, lang: string): string => ofDay(day, lang, FULL_DAY);

/** "December 2026" */
export const monthName = (day: string, lang: string): string => ofDay(day, lang, MONTH);

/** As it begins a line: Swedish weekdays have a small letter within a sentence. */
export const beginning = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Thu 26 Nov 09:00" */
export const shortMoment = (instant: string, lang: string): string => {
  const date = new Date(instant);
  return `${named(date, lang, inSweden(SHORT_DAY))} ${formatTime(date, lang)}`;
};

/** "09:00" */
export const timeName = (instant: string, lang: string): string =>
  formatTime(new Date(instant), lang);

/** "Tuesday 1 December at 09:20" */
export const momentName = (slot: Slot, lang: string): string => {
  const day = dayName(dayOfSlot(slot), lang);
  const time = timeName(slot.startsAt, lang);
  return msg(str`${day} at ${time}`);
};

/** Does the visitor's clock show another time than Sweden's? */
export function isElsewhere(instant: Date): boolean {
  return -instant.getTimezoneOffset() !== utcOffsetMinutes(instant, SWEDEN);
}
