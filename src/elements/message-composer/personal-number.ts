/** Eight or six digits of a date, then four, with `-`, `+`, a space or nothing between. */
const CANDIDATE = /(?<![\d+-])(?:19|20)?(\d{2})(\d{2})(\d{2})([-+ ]?)(\d{4})(?![\d-])/g;

/**
 * Swedish personal identity numbers (personnummer) and coordination numbers (samordningsnummer) in a text, as they are
 * written there. A date that cannot be, such as the month 21 of an organisation's number, and a check digit that does not
 * fit (the Luhn algorithm over ten digits) rule a number out; telephone and account numbers do not look like one.
 */
export function personalNumbersIn(text: string): string[] {
  return [...text.matchAll(CANDIDATE)].flatMap((match) => {
    const [whole, year = '', month = '', day = '', separator = '', end = ''] = match;
    // A mobile number without spaces: 0701234567.
    const isPhone = !separator && year === '07' && whole.length === 10;
    const digits = year + month + day + end;
    return !isPhone && isDate(month, day) && hasCheckDigit(digits) ? [whole] : [];
  });
}

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
