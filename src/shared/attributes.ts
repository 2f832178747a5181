const told = new Set<string>();

/** One warning for each tag and attribute: enough to find the place, not enough to fill a console. */
export function warnOnce(host: HTMLElement, attribute: string, message: string): void {
  const place = `<${host.localName}> ${attribute}`;
  if (told.has(place)) return;
  told.add(place);
  console.warn(`[lucka] ${place}: ${message}`);
}

/** A value that is allowed; anything else is replaced by the first one, with one warning. */
function allowed<Value>(
  host: HTMLElement,
  attribute: string,
  given: unknown,
  value: Value | undefined,
  other: Value,
): Value {
  if (value !== undefined) return value;
  if ((given ?? '') !== '') {
    warnOnce(host, attribute, `"${String(given)}" is not allowed; "${String(other)}" is used.`);
  }
  return other;
}

/** The value of an attribute that takes one of a few words; anything else is the first of them, with one warning. */
export const parseEnum = <Word extends string>(
  host: HTMLElement,
  attribute: string,
  given: unknown,
  words: readonly [Word, ...Word[]],
): Word =>
  allowed(
    host,
    attribute,
    given,
    words.find((word) => word === given),
    words[0],
  );

/** A whole number within bounds; anything else is the default, with one warning. */
export function parseInteger(
  host: HTMLElement,
  attribute: string,
  given: unknown,
  { min, max, fallback }: { min: number; max: number; fallback: number },
): number {
  const number = given === '' ? NaN : Number(given);
  const isFit = Number.isInteger(number) && number >= min && number <= max;
  return allowed(host, attribute, given, isFit ? number : undefined, fallback);
}
