/** Characters by the names of HTML, without `&` and `;`. */
export type NamedCharacters = Readonly<Record<string, string>>;

/** What is written most in Swedish and English: a text with no other names needs no more. */
const COMMON: NamedCharacters = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  Aring: 'Å',
  Auml: 'Ä',
  Ouml: 'Ö',
  eacute: 'é',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  raquo: '»',
  sect: '§',
  copy: '©',
};

/** Numbers are as long as CommonMark allows; the longest name of HTML has 31 letters. */
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][\da-z]{1,31}));/gi;

/** All names of HTML, if the text has one that is not among the common ones; else none. Loads them on first use. */
export async function namedCharactersIn(text: string): Promise<NamedCharacters> {
  for (const [, , , name] of text.matchAll(REFERENCE))
    if (name && !Object.hasOwn(COMMON, name))
      return (await import('character-entities')).characterEntities;
  return {};
}

/**
 * Writes names as numbers, except the common ones, so that what follows needs no names. A name that does not exist stays.
 *
 * @param named what {@link namedCharactersIn} gives for the text
 */
export const withNumbers = (text: string, named: NamedCharacters): string =>
  text.replace(REFERENCE, (whole, _decimal, _hex, name?: string) => {
    const characters = name && !Object.hasOwn(COMMON, name) && Object.hasOwn(named, name);
    return characters
      ? Array.from(named[name] ?? '', (character) => `&#${character.codePointAt(0)};`).join('')
      : whole;
  });

/**
 * Decodes common names and numbers (HTML Standard, "Named character references" and "Numeric character reference end state"): Lit
 * does the escaping.
 */
export const decodeReferences = (text: string): string =>
  text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return Object.hasOwn(COMMON, name) ? (COMMON[name] ?? whole) : whole;
    return characterOf(decimal ? Number(decimal) : parseInt(hex ?? '', 16));
  });

/** Software writes the codes 128 to 159 of Windows-1252, and the standard reads them so. Those without a character stay. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function characterOf(code: number): string {
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  if (code === 0 || code > 0x10ffff || isSurrogate) return '\ufffd';
  return WINDOWS[code - 0x80] ?? String.fromCodePoint(code);
}
