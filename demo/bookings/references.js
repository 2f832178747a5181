import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, which are misread or spell words. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new booking reference as it is stored: 60 bits from a secure source. */
export const makeReference = () =>
  [...randomBytes(12)].map((byte) => alphabet[byte % alphabet.length]).join('');

/** As people hold it in their hands: `K7QM-4XTD-9RVC`. @param {string} stored */
export const shown = (stored) => (stored.match(/.{1,4}/g) ?? []).join('-');

/** Capitals and hyphens do not matter. @param {string} reference as typed or shown */
export const storedForm = (reference) => reference.replaceAll('-', '').toUpperCase();
