import { SWEDEN, tagOf } from './sweden.js';

/** An instant as a day in Sweden: "1 December 2026". */
export const formatDate = (instant: Date, lang: string): string =>
  new Intl.DateTimeFormat(tagOf(lang), { dateStyle: 'long', timeZone: SWEDEN }).format(instant);

/** An instant as a time of day in Sweden, 24 hours: "09:14". */
export const formatTime = (instant: Date, lang: string): string =>
  new Intl.DateTimeFormat(tagOf(lang), {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: SWEDEN,
  }).format(instant);
