/**
 * A reference that was typed or copied: without white space and invisible characters (Unicode's default-ignorable ones), with
 * hyphens for dashes of any kind, plain letters for full-width ones (NFKC), and European digits for Arabic-Indic and Persian
 * ones. Which letters stand for which digits is the service's knowledge.
 */
export const normalizeReference = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{DI}]/gu, '')
    .replace(/\p{Dash}/gu, '-')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
