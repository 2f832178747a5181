import { randomBytes } from 'node:crypto';
import { normalizeReference } from './normalize-reference.js';

/** Crockford's base 32: no I, L, O or U, which are misread or spell words. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new booking reference as it is stored: 60 bits from a secure source. */
export const makeReference = () =>
  [...randomBytes(12)].map((byte) => alphabet[byte % alphabet.length]).join('');

/** As people hold it in their hands: `K7QM-4XTD-9RVC`. @param {string} stored */
export const shown = (stored) => (stored.match(/.{1,4}/g) ?? []).join('-');

/** I, L and O are taken for the digits that they look like. @param {string} typed or copied */
export const storedForm = (typed) =>
  normalizeReference(typed).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
