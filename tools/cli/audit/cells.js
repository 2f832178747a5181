/**
 * @typedef {object} Cell one way in which every story is looked at
 * @property {'en' | 'sv' | 'ar-XB'} locale
 * @property {'light' | 'dark' | 'forced'} scheme forced: the colours of Windows' high contrast
 * @property {1280 | 320} width in px
 */

/** @param {Cell} cell */
export const nameOf = ({ locale, scheme, width }) => `${locale} ${scheme} ${width}`;

/** @type {Cell[]} */
export const ALL = /** @type {const} */ (['en', 'sv', 'ar-XB']).flatMap((locale) =>
  /** @type {const} */ (['light', 'dark', 'forced']).flatMap((scheme) =>
    /** @type {const} */ ([1280, 320]).map((width) => ({ locale, scheme, width })),
  ),
);

/** What `npm test` looks at; `npm run audit` takes all. @type {Cell[]} */
export const QUICK = [
  { locale: 'en', scheme: 'light', width: 1280 },
  { locale: 'sv', scheme: 'dark', width: 320 },
];
