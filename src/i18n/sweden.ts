import { dateFormat } from './date-format.js';
import { SWEDEN } from './default-zone.js';
import { packLanguages } from './pack-in-use.js';

export { SWEDEN } from './default-zone.js';

const LOCALE_TAGS: Readonly<Record<string, string>> = { en: 'en-GB', sv: 'sv-SE' };

/** Dates in English are written the British way: day, month, year, and 24 hours. Other languages are those of a content pack. */
export const toLocaleTag = (lang: string): string =>
  LOCALE_TAGS[lang] ?? (lang in packLanguages ? lang : 'en-GB');

/** The day in Sweden at this instant, as `YYYY-MM-DD`. */
export const toSwedishDate = (instant: Date): string =>
  dateFormat('sv-SE', { dateStyle: 'short', timeZone: SWEDEN }).format(instant);

/** A day without a time of day, such as `2026-12-01`: "1 December 2026", "1 december 2026". */
export function formatDate(day: string, lang: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return dateFormat(toLocaleTag(lang), { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
