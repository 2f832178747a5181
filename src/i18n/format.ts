import { dateFormat } from './date-format.js';
import { packLanguages } from './pack-in-use.js';
import { SWEDEN, toLocaleTag } from './sweden.js';

const HOUR_MS = 3_600_000;

/** An instant as a day, in Sweden unless told: "1 December 2026". */
export const formatInstantDate = (instant: Date, lang: string, zone = SWEDEN): string =>
  dateFormat(toLocaleTag(lang), { dateStyle: 'long', timeZone: zone }).format(instant);

/**
 * An instant as a time of day, in Sweden unless told, 24 hours: "09:14", in Swedish "09.14" (Myndigheternas skrivregler). In the hour
 * that comes twice when summer time ends, with the name of the zone: "02:30 (Central European Summer Time)".
 */
export function formatTime(instant: Date, lang: string, zone = SWEDEN): string {
  const format = dateFormat(toLocaleTag(lang), {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  });
  const time = format.format(instant);
  const isRepeated = [-HOUR_MS, HOUR_MS].some((hour) => format.format(+instant + hour) === time);
  const text = lang === 'sv' ? time.replace(':', '.') : time;
  return isRepeated ? `${text} (${zoneName(instant, lang, zone)})` : text;
}

/**
 * A formatted date within a sentence: in Swedish with "den", and with the weekday in its definite form: "den 1 december
 * 2026", "tisdagen den 1 december". Other languages change nothing.
 */
export const dateInSentence = (date: string, lang: string): string =>
  lang === 'sv' ? date.replace(/^(?:(\p{L}+) )?(?=\d)/u, inSwedish) : date;

const inSwedish = (_: string, weekday?: string): string => (weekday ? `${weekday}en den ` : 'den ');

/** A time of day within a sentence: "09:14", "kl. 09.14". */
export const timeInSentence = (time: string, lang: string): string =>
  lang === 'sv' ? `kl. ${time}` : time;

/** A date with a time of day: "1 December 2026 at 09:14", "1 december 2026 kl. 09.14". */
export const joinDateTime = (date: string, time: string, lang: string): string =>
  `${date} ${JOINED_BY[lang] ?? packLanguages[lang]?.timeJoiner ?? ''} ${time}`;

const JOINED_BY: Readonly<Record<string, string>> = { en: 'at', sv: 'kl.' };

/**
 * A moment within a sentence, in Sweden unless told: "1 December 2026 at 09:14", "den 1 december 2026 kl. 09.14".
 *
 * @param weekday put before the date
 */
export const momentInSentence = (
  instant: Date,
  lang: string,
  zone = SWEDEN,
  weekday = '',
): string => {
  const day = `${weekday} ${formatInstantDate(instant, lang, zone)}`.trim();
  return joinDateTime(dateInSentence(day, lang), formatTime(instant, lang, zone), lang);
};

/** The day of the week of an instant, in Sweden unless told: "Tuesday". */
export const formatWeekday = (instant: Date, lang: string, zone = SWEDEN): string =>
  dateFormat(toLocaleTag(lang), { weekday: 'long', timeZone: zone }).format(instant);

/** The name of a time zone at an instant, such as "Central European Summer Time". */
export const zoneName = (instant: Date, lang: string, zone: string): string =>
  dateFormat(toLocaleTag(lang), { timeZone: zone, timeZoneName: 'long' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;
