const made: Record<string, Intl.DateTimeFormat> = {};

/**
 * A format of dates. Making one takes up to a millisecond, on a phone several, so each is made once.
 *
 * @param tag language tag (BCP 47)
 * @throws {RangeError} there is no such time zone or language
 */
export const dateFormat = (
  tag: string,
  options: Readonly<Intl.DateTimeFormatOptions>,
): Intl.DateTimeFormat =>
  (made[tag + JSON.stringify(options)] ??= new Intl.DateTimeFormat(tag, options));
