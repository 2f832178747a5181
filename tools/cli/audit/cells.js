/**
 * The cells in which Lucka's own stories are looked at: language, colours, width. `ar-XB` is a made-up language from right to left.
 *
 * @type {import('./views.js').View[]}
 */
export const ALL = /** @type {const} */ (['en', 'sv', 'ar-XB']).flatMap((locale) =>
  /** @type {const} */ (['light', 'dark', 'forced']).flatMap((scheme) =>
    /** @type {const} */ ([1280, 320]).map((width) => ({ locale, scheme, width })),
  ),
);

/** What `npm test` looks at; `npm run audit` takes all. @type {import('./views.js').View[]} */
export const QUICK = [
  { locale: 'en', scheme: 'light', width: 1280 },
  { locale: 'sv', scheme: 'dark', width: 320 },
];
