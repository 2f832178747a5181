import { BrokenContract } from './response.js';

/** Errors whose message comes from code of ours or of the language, never from data. */
const harmless = [BrokenContract, TypeError, ReferenceError, RangeError];

/**
 * What a log may know of an error: where and which, never with what data. A database's message may
 * quote a reference or a letter, so it stays out; its code and constraint say enough.
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
