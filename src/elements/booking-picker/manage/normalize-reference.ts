/**
 * A reference that was typed or copied: without white space and invisible characters (Unicode's default-ignorable ones), with
 * hyphens for dashes of any kind and plain letters for full-width ones (NFKC). Which letters stand for which digits is the
 * service's knowledge.
 */
export const normalizeReference = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{DI}]/gu, '')
    .replace(/\p{Dash}/gu, '-');
