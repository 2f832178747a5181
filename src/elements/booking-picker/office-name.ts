import type { Office } from '../../services/bookings.js';

/** The name of an office in the language of the interface. */
export const officeName = ({ name }: Office, lang: string): string =>
  lang === 'sv' ? name.sv : name.en;
