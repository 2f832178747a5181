import { dateFormat } from './date-format.js';
import { SWEDEN, toLocaleTag } from './sweden.js';

/** An instant as a day, in Sweden unless told: "1 December 2026". */
export const formatInstantDate = (instant: Date, lang: string, zone = SWEDEN): string =>
  dateFormat(toLocaleTag(lang), { dateStyle: 'long', timeZone: zone }).format(instant);

/** An instant as a time of day, in Sweden unless told, 24 hours: "09:14". */
export const formatTime = (instant: Date, lang: string, zone = SWEDEN): string =>
  dateFormat(toLocaleTag(lang), {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(instant);

/** The day of the week of an instant, in Sweden unless told: "Tuesday". */
export const formatWeekday = (instant: Date, lang: string, zone = SWEDEN): string =>
  dateFormat(toLocaleTag(lang), { weekday: 'long', timeZone: zone }).format(instant);
