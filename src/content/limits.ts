/** The largest file, in bytes: reading stops here and nothing of it is shown. */
export const MAX_BYTES = 64 * 1024;

/**
 * Limits of the input to the parser. marked recurses into nested blocks (a few thousand `>` overflow its stack) and compares
 * each run of `*`, `_`, `[` … with all others, so its time grows with their square. test/content/limits.test.ts holds each
 * limit to 200 ms for the slowest accepted input that is known.
 */
export const LIMITS = {
  /** Blocks within blocks, counted at the start of a line. */
  nesting: 12,
  /** Characters of one paragraph, list item or table row. */
  paragraph: 2048,
  /** Lines in all. */
  lines: 1500,
  /** The sum over all paragraphs of (characters that may open or close a mark) squared. */
  work: 200_000,
} as const;
