import { features } from 'web-features';

/** The oldest browsers in which everything works, by the names that web-features has for them. */
export const OLDEST = {
  chrome: 109,
  chrome_android: 109,
  edge: 109,
  firefox: 115,
  firefox_android: 115,
  safari: 16.4,
  safari_ios: 16.4,
};

/**
 * What each of them lacks, by the keys of MDN's browser-compat-data (`css.types.color.light-dark`): undefined for what is not
 * known, empty for what all have.
 *
 * @type {ReadonlyMap<string, readonly string[]>}
 */
export const LACKS = new Map(
  Object.values(features).flatMap((feature) => {
    /** @type {Record<string, { support: Record<string, string> }>} */
    const keys = ('status' in feature && feature.status?.by_compat_key) || {};
    return Object.entries(keys).map(([key, { support }]) => [
      key,
      Object.entries(OLDEST)
        .filter(
          ([browser, version]) =>
            !(parseFloat((support[browser] ?? '').replace('≤', '')) <= version),
        )
        .map(([browser]) => browser),
    ]);
  }),
);
