import { BrokenContract } from './response.js';

/** Errors whose message comes from our code or from the language, never from data. */
const harmless = [BrokenContract, TypeError, ReferenceError, RangeError];

/**
 * Describes an error for the log: its place and kind, without data. A database's message may
 * quote a reference or a letter, so it is omitted; its code and constraint are sufficient.
 *
 * @param {unknown} error
 */
export function describeError(error) {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, constraint, table } = /** @type {Record<string, unknown>} */ (
    /** @type {unknown} */ (error)
  );
  return {
    name: error.name,
    ...(harmless.some((kind) => error instanceof kind) && { message: error.message }),
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    ...(table !== undefined && { table }),
    frames: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8),
  };
}
