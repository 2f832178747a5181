/**
 * What one of the oldest browsers lacks and we use all the same, and what happens there without it.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const EXTRAS = {
  'api.CustomElementRegistry.get': 'Safari lacks only tags that extend native ones; we have none.',
  'api.ElementInternals.states':
    'custom-state.ts sets none where there are none; `phase` and the parts say the same.',
  'css.properties.cursor.default': 'A touch screen has no pointer.',
  'css.properties.cursor.pointer': 'A touch screen has no pointer.',
  'css.properties.forced-color-adjust': 'Safari has no forced colours.',
  'css.properties.forced-color-adjust.none': 'Safari has no forced colours.',
  'css.properties.hyphenate-limit-chars': 'Words are divided as the browser likes.',
  'css.properties.hyphens': 'Safari has it with a prefix.',
  'css.properties.hyphens.auto': 'Safari has it with a prefix.',
  'css.properties.overscroll-behavior': 'In Safari before 16 the page behind a dialog scrolls.',
  'css.properties.overscroll-behavior.contain':
    'A box that cannot scroll lets the page behind it scroll, in browsers of before 2025.',
  'css.properties.print-color-adjust': 'Chrome has it with a prefix.',
  'css.properties.print-color-adjust.exact': 'Chrome has it with a prefix.',
  'css.properties.resize': 'The field stays as high as it is; its text scrolls.',
  'css.properties.text-wrap': 'Lines end where they are full.',
  'css.properties.text-wrap.balance': 'Lines end where they are full.',
  'css.properties.text-wrap.pretty': 'Lines end where they are full.',
  'css.selectors.dir': 'The arrow of Back points to the left in text from right to left.',
  'css.selectors.has':
    'A chosen answer has its mark, and the focus ring is on the mark; the row looks as before.',
  'css.types.color.color-mix': 'Colours that are mixed have a plain value (tokens.json).',
  'css.types.color.light-dark': 'Colours are light (tokens.json).',
};
