let zone = '';
let offset = NaN;
let format: typeof Intl.DateTimeFormat | undefined;

/**
 * The IANA name of the device's time zone. It is read again when the zone's offset changes, since a person who travels takes the
 * page along, and when a page replaces what reads it; not at each rendering: it would cost a quarter of adding the banner.
 */
export function ownTimeZone(): string {
  const current = new Date().getTimezoneOffset();
  if (current !== offset || format !== Intl.DateTimeFormat) {
    offset = current;
    format = Intl.DateTimeFormat;
    zone = format().resolvedOptions().timeZone;
  }
  return zone;
}
