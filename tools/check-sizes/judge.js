import { BUDGETS, CONTENT, KIB, LOADER, WORDS } from './budgets.js';
import { EXCEPTIONS } from './exceptions.js';

/** @typedef {import('./budgets.js').Measure} Measure */
/** @typedef {import('./measure.js').Measured} Measured */

/**
 * One figure and its limit. `bound`: the limit of an exception.
 *
 * @typedef {{ what: string, value: number, limit: number, bound?: number }} Figure
 */

/** Rounded up, so that no figure looks better than the measured one. @param {number} value */
const hundredths = (value) => Math.ceil(value * 100 - 1e-9) / 100;

/** @param {number} bytes */
export const kib = (bytes) => hundredths(bytes / KIB);

/**
 * @param {Measured} measured
 * @param {(path: string) => boolean} holdsLit
 * @returns {Record<Measure, number | null>} null: there is no first view
 */
export function figuresOf({ bytes, files, roundTrips, dom, requests }, holdsLit) {
  const { shadowNodes, sameContentNodes } = dom;
  return {
    'KiB until idle': kib(bytes.idle),
    'KiB before the first view': bytes.firstView === null ? null : kib(bytes.firstView),
    'files before the first view': files.firstView,
    'round trips before the first view': roundTrips.firstView,
    'nodes ÷ same content': hundredths(shadowNodes / sameContentNodes),
    'files with Lit': requests.filter(({ path }) => holdsLit(path)).length,
  };
}

/**
 * Compares one page in one language with its budgets.
 *
 * @param {string} page
 * @param {string} lang
 * @param {Record<Measure, number | null>} figures
 * @param {object} rules
 * @param {number} rules.elements number of elements on the page: the texts of each have a separate budget
 * @param {typeof BUDGETS} [rules.budgets]
 * @param {typeof EXCEPTIONS} [rules.exceptions]
 * @returns {Figure[]}
 */
export function judgePage(page, lang, figures, rules) {
  const { elements, budgets = BUDGETS, exceptions = EXCEPTIONS } = rules;
  return Object.entries(budgets[page] ?? {}).flatMap(([name, budget]) => {
    const measure = /** @type {Measure} */ (name);
    const value = figures[measure];
    if (value === null) return [];
    const words = measure.startsWith('KiB') && lang !== 'en' ? WORDS * elements : 0;
    const exception = exceptions.find((each) => each.page === page && each.measure === measure);
    const bound = exception?.bounds[lang];
    return [
      {
        what: `${page} (${lang}): ${measure}`,
        value,
        limit: budget + words,
        ...(bound !== undefined && { bound }),
      },
    ];
  });
}

/**
 * Compares the loader and each language's texts and content with their budgets.
 *
 * @param {number} loader bytes
 * @param {ReturnType<typeof import('./languages.js').languageSizes>} languages
 * @returns {Figure[]}
 */
export function judgeBuild(loader, languages) {
  return [
    { what: 'loader: kB', value: hundredths(loader / 1000), limit: LOADER },
    ...languages.map(({ element, lang, what, bytes }) => {
      const content = CONTENT[element] ?? 0;
      const limit = { words: WORDS, content, 'words and content': WORDS + content }[what];
      return { what: `${element} (${lang}): KiB of ${what}`, value: kib(bytes), limit };
    }),
  ];
}

/**
 * The problems that fail the check.
 *
 * @param {readonly Figure[]} figures
 * @param {typeof EXCEPTIONS} [exceptions]
 * @returns {string[]} sentences
 */
export function problemsIn(figures, exceptions = EXCEPTIONS) {
  const over = figures
    .filter(({ value, limit, bound = limit }) => value > limit && value > bound)
    .map(({ what, value, limit, bound }) =>
      bound === undefined
        ? `${what} is ${value}; at most ${limit} is allowed.`
        : `${what} is ${value}; at most ${limit} is allowed, and ${bound} by an exception.`,
    );
  const unneeded = exceptions
    .filter(({ page, measure }) => {
      const own = figures.filter(
        ({ what }) => what.startsWith(`${page} (`) && what.endsWith(`: ${measure}`),
      );
      return own.every(({ value, limit }) => value <= limit);
    })
    .map(
      ({ page, measure }) =>
        `${page}: ${measure} keeps its budget. Take its exception out of tools/check-sizes/exceptions.js.`,
    );
  return [...over, ...unneeded];
}
