import { meant } from './as-typed.js';

/**
 * What a request would find out by being answered: whether there is a letter, or a booking, with the
 * reference that it names.
 *
 * @param {{ parameters: Readonly<Record<string, string>>, body: unknown }} call
 * @returns {{ letter?: string } | undefined} the letter normalised; undefined when it names neither
 */
export function guessed({ parameters, body }) {
  const { letterReference, bookingReference } = /** @type {Record<string, unknown>} */ (body ?? {});
  if (typeof letterReference === 'string') return { letter: meant(letterReference) };
  return (parameters.reference ?? bookingReference) ? {} : undefined;
}
