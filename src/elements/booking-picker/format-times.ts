import { msg, str } from '@lit/localize';
import { dateFormat } from '../../i18n/date-format.js';
import { formatTime as formatInstantTime } from '../../i18n/format.js';
import { SWEDEN, toLocaleTag } from '../../i18n/sweden.js';
import { utcOffsetMinutes } from '../../i18n/time-zone.js';
import type { Slot } from '../../services/bookings.js';
import { dayOfSlot } from './transitions.js';

type Options = Readonly<Intl.DateTimeFormatOptions>;

const DAY: Options = { weekday: 'long', day: 'numeric', month: 'long' };
const FULL_DAY: Options = { ...DAY, year: 'numeric' };
const SHORT_DAY: Options = { weekday: 'short', day: 'numeric', month: 'short' };
const MONTH: Options = { month: 'long', year: 'numeric' };

/** The English of some browsers has a comma after the weekday, that of others has none. */
const format = (instant: Date, lang: string, options: Options): string =>
  dateFormat(toLocaleTag(lang), options).format(instant).replace(',', '');

const formatCalendarDate = (day: string, lang: string, options: Options): string =>
  format(new Date(`${day}T12:00:00Z`), lang, { ...options, timeZone: 'UTC' });

/** "Tuesday 1 December", within a sentence. */
export const formatDay = (day: string, lang: string): string => formatCalendarDate(day, lang, DAY);

/** "Tuesday 1 December 2026", within a sentence. */
export const formatFullDay = (day: string, lang: string): string =>
  formatCalendarDate(day, lang, FULL_DAY);

/** "December 2026" */
export const formatMonth = (day: string, lang: string): string =>
  formatCalendarDate(day, lang, MONTH);

/** At the beginning of a line: Swedish weekdays have a small letter within a sentence. */
export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Thu 26 Nov 09:00" */
export const formatShortSlot = (instant: string, lang: string): string => {
  const day = format(new Date(instant), lang, { ...SHORT_DAY, timeZone: SWEDEN });
  return `${day} ${formatTime(instant, lang)}`;
};

/** "09:00" */
export const formatTime = (instant: string, lang: string): string =>
  formatInstantTime(new Date(instant), lang);

/** "Tuesday 1 December at 09:20" */
export const formatSlot = (slot: Slot, lang: string): string => {
  const day = formatDay(dayOfSlot(slot), lang);
  const time = formatTime(slot.startsAt, lang);
  return msg(str`${day} at ${time}`);
};

/** Whether the visitor's clock shows another time than Sweden's. */
export const isInOtherTimeZone = (instant: Date): boolean =>
  -instant.getTimezoneOffset() !== utcOffsetMinutes(instant, SWEDEN);
