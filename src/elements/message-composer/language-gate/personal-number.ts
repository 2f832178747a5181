import { plainCharacters } from './plain-characters.js';

/**
 * Six digits of a date, with the century or without it, then four. The date is written in one, or its groups have spaces or
 * hyphens between them; a date with hyphens takes a hyphen before the four digits, or a date with a time would look the same.
 */
const CANDIDATE =
  /(?<![\d+-])(?:(?:19|20)?(\d{2})(\d{2})(\d{2})( ?[-+] ?| ?)|(?:19|20)?(\d{2}) (\d{2}) (\d{2})( ?[-+] ?| )|(?:19|20)?(\d{2})-(\d{2})-(\d{2})([-+]))(\d{4})(?![\d-])/g;

/**
 * Swedish personal identity numbers (personnummer) and coordination numbers (samordningsnummer) in a text, as they are
 * written there. A date that cannot be, such as the month 21 of an organisation's number, and a check digit that does not
 * fit (the Luhn algorithm over ten digits) rule a number out; telephone and account numbers do not look like one.
 */
export function personalNumbersIn(text: string): string[] {
  const { plain, offsets } = withOffsets(text);
  return [...plain.matchAll(CANDIDATE)].flatMap((match) => {
    const [whole, ...groups] = match;
    const [year = '', month = '', day = '', separator = '', end = ''] = groups.filter(
      (group) => group !== undefined,
    );
    // A mobile number without spaces: 0701234567.
    const isPhone = !separator && year === '07' && whole.length === 10;
    const digits = year + month + day + end;
    if (isPhone || !isDate(month, day) || !hasCheckDigit(digits)) return [];
    return [text.slice(offsets[match.index], offsets[match.index + whole.length])];
  });
}

/**
 * The text in plain characters, with one hyphen for all dashes and one space for all spaces, and for each of its UTF-16 code
 * units, and its end, where that comes from in the text.
 */
function withOffsets(text: string): { plain: string; offsets: number[] } {
  let plain = '';
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    const isAscii = character < '\u0080';
    const replaced = isAscii ? character : plainPunctuation(character);
    for (let i = 0; i < replaced.length; i++) offsets.push(offset);
    plain += replaced;
    offset += character.length;
  }
  return { plain, offsets: [...offsets, offset] };
}

const plainPunctuation = (character: string): string =>
  plainCharacters(character)
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\p{Zs}/gu, ' ');

/** In a coordination number the day is 60 more. */
function isDate(month: string, day: string): boolean {
  const number = Number(day) > 60 ? Number(day) - 60 : Number(day);
  return Number(month) >= 1 && Number(month) <= 12 && number >= 1 && number <= 31;
}

function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reduce((all, digit, index) => {
    const doubled = Number(digit) * (index % 2 ? 1 : 2);
    return all + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
