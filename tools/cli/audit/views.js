/**
 * How a page is looked at.
 *
 * @typedef {object} View
 * @property {'light' | 'dark' | 'forced'} scheme forced: the colours of Windows' high contrast
 * @property {number} width of the window, px
 * @property {string} [locale] of the browser, or of a Storybook's stories
 */

/** What is looked at unless somebody chooses. @type {readonly View[]} */
export const VIEWS = /** @type {const} */ (['light', 'dark', 'forced']).flatMap((scheme) =>
  [1280, 320].map((width) => ({ scheme, width })),
);

/** @param {View} view @returns {string} such as 'sv dark 320' */
export const nameOfView = ({ locale, scheme, width }) =>
  [locale, scheme, width].filter(Boolean).join(' ');

/** @param {string} words such as 'dark:320' or 'light' @returns {View} @throws {Error} */
export function parseView(words) {
  const [scheme = '', width = '1280'] = words.split(/[: ]/);
  if (scheme !== 'light' && scheme !== 'dark' && scheme !== 'forced')
    throw new Error(`The view "${words}" is none: write light, dark or forced, ":" and a width.`);
  const px = Number(width);
  if (!Number.isInteger(px) || px < 200 || px > 4000)
    throw new Error(`The view "${words}" has no width between 200 and 4000 px.`);
  return { scheme, width: px };
}

/** @param {View} view @returns {import('playwright-core').BrowserContextOptions} */
export const contextOf = ({ scheme, width, locale }) => ({
  viewport: { width, height: 800 },
  colorScheme: scheme === 'dark' ? 'dark' : 'light',
  forcedColors: scheme === 'forced' ? 'active' : 'none',
  // What moves all the same can be told from what was asked for.
  reducedMotion: 'reduce',
  ...(locale && { locale }),
});
