import { dateFormat } from '../../i18n/date-format.js';
import {
  dateInSentence,
  formatTime as formatInstantTime,
  joinDateTime,
} from '../../i18n/format.js';
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

/** "Tuesday 1 December", "tisdag 1 december" */
export const formatDay = (day: string, lang: string): string => formatCalendarDate(day, lang, DAY);

/** "Tuesday 1 December 2026", "tisdag 1 december 2026" */
export const formatFullDay = (day: string, lang: string): string =>
  formatCalendarDate(day, lang, FULL_DAY);

/** "December 2026" */
export const formatMonth = (day: string, lang: string): string =>
  formatCalendarDate(day, lang, MONTH);

/** At the beginning of a line: Swedish weekdays have a small letter within a sentence. */
export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Thu 26 Nov at 09:00", "tors 26 nov. kl. 09.00" */
export const formatShortSlot = (instant: string, lang: string): string => {
  const day = format(new Date(instant), lang, { ...SHORT_DAY, timeZone: SWEDEN });
  return joinDateTime(day, formatTime(instant, lang), lang);
};

/** "09:00", "09.00" */
export const formatTime = (instant: string, lang: string): string =>
  formatInstantTime(new Date(instant), lang);

/** In a list: "Tuesday 1 December at 09:20", "tisdag 1 december kl. 09.20". */
export const formatSlot = (slot: Slot, lang: string): string =>
  joinDateTime(formatDay(dayOfSlot(slot), lang), formatTime(slot.startsAt, lang), lang);

/** Within a sentence: "Tuesday 1 December at 09:20", "tisdagen den 1 december kl. 09.20". */
export const momentInSentence = (slot: Slot, lang: string): string =>
  dateInSentence(formatSlot(slot, lang), lang);

/** Whether the visitor's clock shows another time than Sweden's. */
export const isInOtherTimeZone = (instant: Date): boolean =>
  -instant.getTimezoneOffset() !== utcOffsetMinutes(instant, SWEDEN);
