// How often each language is drawn in training, and which class it belongs to.

/**
 * The classes, in the order of their weights; the last one has no weights of its own. The result
 * distinguishes only Swedish and English from the rest: the neighbours of Swedish are a separate class
 * because one hyperplane cannot separate Swedish well from both.
 */
export const CLASSES = /** @type {const} */ (['sv', 'en', 'neighbour', 'other']);

const NEIGHBOURS = /^(?:nb|nn|da|fo)$/;

/** Languages close to Swedish or English, and those that people in Sweden often write. */
const FREQUENT = /** @type {Record<string, number>} */ ({
  nb: 12,
  nn: 9,
  da: 12,
  nl: 8,
  de: 8,
  fr: 5,
  es: 4,
  it: 3,
  fi: 3,
  pt: 3,
  ro: 3,
  pl: 3,
  tr: 3,
  so: 3,
  ku: 3,
  sq: 3,
  tl: 3,
  fy: 2.5,
  af: 2.5,
  is: 2,
  fo: 2,
  nds: 2,
  lb: 2,
  et: 2,
  bs: 2,
  hr: 2,
  sr: 2,
  lt: 2,
  lv: 2,
  hu: 2,
  sw: 2,
  om: 2,
  ca: 1.5,
  cs: 1.5,
  sk: 1.5,
  id: 1.5,
  az: 1.5,
  sl: 1,
  vi: 1,
  ms: 1,
  uz: 1,
  ha: 1,
  rw: 1,
  la: 1,
  ga: 0.7,
  cy: 0.7,
  eu: 0.7,
  mt: 0.7,
  wo: 0.7,
  eo: 0.7,
  ht: 0.7,
  ig: 0.5,
  yo: 0.5,
  xh: 0.5,
  ast: 0.5,
  gl: 0.7,
  oc: 0.5,
});

const SELDOM = 0.15;

/** @param {string} language */
export function frequency(language) {
  return FREQUENT[language] ?? SELDOM;
}

/** @param {string} language */
export function isFrequent(language) {
  return language in FREQUENT;
}

/** @param {string} language */
export function classOf(language) {
  if (language === 'sv') return 0;
  if (language === 'en') return 1;
  return NEIGHBOURS.test(language) ? 2 : 3;
}
