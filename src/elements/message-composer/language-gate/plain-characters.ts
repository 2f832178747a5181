/**
 * A text to look for something in: its language, a personal identity number, words of a list. Letters of "styles" that phone
 * keyboards offer and full-width letters become plain ones, every space of a line a plain one (Unicode NFKC), and invisible
 * characters go (general category Cf: soft hyphens, joiners, direction marks). What is sent and counted is the text as it
 * was written.
 */
export const plainCharacters = (text: string): string =>
  text.normalize('NFKC').replace(/\p{Cf}/gu, '');

/** The same in one line, with one space between words: for words that stand on both sides of a line break. */
export const plainLine = (text: string): string => plainCharacters(text).replace(/\s+/g, ' ');
