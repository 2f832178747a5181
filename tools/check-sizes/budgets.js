/**
 * Budgets of a page. A page in a language other than English may also request the texts of its elements: those have a separate
 * budget, `WORDS` for each element.
 */

export const KIB = 1024;
/** In kB of 1,000 bytes, as stated in the README. */
export const LOADER = 2;
/** The texts of one element in one language, in KiB. */
export const WORDS = 3;

/** The content of an element in one language, in KiB. @type {Readonly<Record<string, number>>} */
export const CONTENT = {
  'booking-picker': 3,
  'document-wizard': 8,
  'message-composer': 3,
  'terms-dialog': 6,
};

/**
 * The measures of a page, computed by `figuresOf`.
 *
 * @typedef {'KiB until idle' | 'KiB before the first view' | 'files before the first view'
 *   | 'round trips before the first view' | 'nodes ÷ same content' | 'files with Lit'} Measure
 */

/** One element's own files: loader, core, element, one of the language. */
const ONE = {
  'files before the first view': 4,
  'round trips before the first view': 2,
  'nodes ÷ same content': 2.5,
};

/** By page and measure. @type {Readonly<Record<string, Partial<Record<Measure, number>>>>} */
export const BUDGETS = {
  'terms dialog': { ...ONE, 'KiB until idle': 28, 'KiB before the first view': 21.5 },
  'message composer': { ...ONE, 'KiB until idle': 19 },
  // Without notices, the code that renders them must not be loaded: with a notice it takes a further round trip.
  'banner with a planned notice': {
    ...ONE,
    'round trips before the first view': 3,
    'KiB until idle': 23.5,
  },
  'banner with a quiet feed': { 'KiB until idle': 6, 'files with Lit': 0 },
  'document wizard': { ...ONE, 'KiB until idle': 29 },
  'booking picker': { ...ONE, 'KiB until idle': 20 },
  'all five': {
    'KiB until idle': 70,
    'round trips before the first view': 3,
    'nodes ÷ same content': 2.5,
  },
};
