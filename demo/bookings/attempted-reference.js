import { normalizeReference } from './normalize-reference.js';

/**
 * The reference whose existence a response to the request would confirm: a letter's or a booking's.
 *
 * @param {{ parameters: Readonly<Record<string, string>>, body: unknown }} call
 * @returns {{ letter?: string } | undefined} the letter normalized; undefined when it names neither
 */
export function attemptedReference({ parameters, body }) {
  const { letterReference, bookingReference } = /** @type {Record<string, unknown>} */ (body ?? {});
  if (typeof letterReference === 'string') return { letter: normalizeReference(letterReference) };
  return (parameters.reference ?? bookingReference) ? {} : undefined;
}
