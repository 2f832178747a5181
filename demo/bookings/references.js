import { randomBytes } from 'node:crypto';
import { normalizeReference } from './normalize-reference.js';

/** Crockford's base 32, without I, L, O and U: these are misread or form words. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new booking reference as it is stored: 60 bits from a secure source. */
export const makeReference = () =>
  [...randomBytes(12)].map((byte) => alphabet[byte % alphabet.length]).join('');

/** The format for people: `K7QM-4XTD-9RVC`. @param {string} stored */
export const shown = (stored) => (stored.match(/.{1,4}/g) ?? []).join('-');

/** I, L and O are read as the digits that they resemble. @param {string} typed or copied */
export const storedForm = (typed) =>
  normalizeReference(typed).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
