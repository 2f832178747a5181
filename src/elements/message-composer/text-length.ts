import { toLocaleTag } from '../../i18n/sweden.js';

/**
 * A text as it is counted and sent: line breaks are LF (a native form sends CR LF), characters are composed (Unicode NFC).
 * The contract's server does the same before it counts.
 */
export const normalizeText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').normalize('NFC');

/** Length in code points of the normalized text, as JSON Schema's `maxLength` counts: an emoji is 1, a line break is 1. */
export const lengthOf = (text: string): number => [...normalizeText(text)].length;

/** 4000 as "4,000" or "4 000". */
export const formatCount = (count: number, lang: string): string =>
  new Intl.NumberFormat(toLocaleTag(lang)).format(count);
