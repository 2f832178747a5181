import { dateFormat } from './date-format.js';
import { SWEDEN, toLocaleTag } from './sweden.js';

const HOUR_MS = 3_600_000;

/** An instant as a day, in Sweden unless told: "1 December 2026". */
export const formatInstantDate = (instant: Date, lang: string, zone = SWEDEN): string =>
  dateFormat(toLocaleTag(lang), { dateStyle: 'long', timeZone: zone }).format(instant);

/**
 * An instant as a time of day, in Sweden unless told, 24 hours: "09:14". In the hour that comes twice when summer time ends, with
 * the name of the zone: "02:30 (Central European Summer Time)".
 */
export function formatTime(instant: Date, lang: string, zone = SWEDEN): string {
  const format = dateFormat(toLocaleTag(lang), {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  });
  const time = format.format(instant);
  const isRepeated = [-HOUR_MS, HOUR_MS].some((hour) => format.format(+instant + hour) === time);
  return isRepeated ? `${time} (${zoneName(instant, lang, zone)})` : time;
}

/** The day of the week of an instant, in Sweden unless told: "Tuesday". */
export const formatWeekday = (instant: Date, lang: string, zone = SWEDEN): string =>
  dateFormat(toLocaleTag(lang), { weekday: 'long', timeZone: zone }).format(instant);

/** The name of a time zone at an instant, such as "Central European Summer Time". */
export const zoneName = (instant: Date, lang: string, zone: string): string =>
  dateFormat(toLocaleTag(lang), { timeZone: zone, timeZoneName: 'long' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;
