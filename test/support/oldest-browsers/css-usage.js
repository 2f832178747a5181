import { LACKS } from './lacks.js';

/** Units that web-features names by their kind. @type {readonly [RegExp, string][]} */
const UNITS = [
  [/\d(?:dv)(?:[bhiw]|min|max)\b/, 'css.types.length.viewport_percentage_units_dynamic'],
  [/\d(?:lv)(?:[bhiw]|min|max)\b/, 'css.types.length.viewport_percentage_units_large'],
  [/\d(?:sv)(?:[bhiw]|min|max)\b/, 'css.types.length.viewport_percentage_units_small'],
  [/\dcq(?:[bhiw]|min|max)\b/, 'css.types.length.container_query_length_units'],
  [/\dlh\b/, 'css.types.length.lh'],
  [/\drlh\b/, 'css.types.length.rlh'],
  [/\d(?:ric|ic)\b/, 'css.types.length.ic'],
  [/\d(?:rcap|cap)\b/, 'css.types.length.cap'],
];

/** Written in CSS as it stands in a regular expression. @param {string} name */
const escaped = (name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('_', '[-_]');

/**
 * How a feature looks in a style sheet.
 *
 * @param {string} key
 * @returns {RegExp | undefined} undefined for what cannot be told from the text
 */
function patternOf(key) {
  const [, kind, name = '', more, ...rest] = key.split('.');
  if (kind === 'properties' && !rest.length)
    return more
      ? new RegExp(`(?<![\\w-])${escaped(name)}:[^;}]*(?<![\\w-])${escaped(more)}(?![\\w-])`)
      : new RegExp(`(?<![\\w-])${escaped(name)}:`);
  if (kind === 'selectors' && !more) return new RegExp(`::?${escaped(name)}(?![\\w-])`);
  if (kind === 'at-rules' && !rest.length)
    return new RegExp(`@${escaped(name)}(?![\\w-])${more ? `[^{;]*\\(${escaped(more)}\\b` : ''}`);
  // Functions of values: the last part is their name.
  if (kind === 'types') return new RegExp(`(?<![\\w-])${escaped(rest.at(-1) ?? more ?? name)}\\(`);
  return undefined;
}

/** @type {{ key: string, pattern: RegExp, isPrelude: boolean }[]} */
const PATTERNS = [...LACKS]
  .filter(([key, lacking]) => key.startsWith('css.') && lacking.length)
  .flatMap(([key]) => {
    const pattern = patternOf(key);
    const isPrelude = /^css\.(?:selectors|at-rules)\./.test(key);
    return pattern ? [{ key, pattern, isPrelude }] : [];
  });

/**
 * What a style sheet uses that one of the oldest browsers lacks.
 *
 * @param {string} css
 * @returns {string[]} keys
 */
export function newerCss(css) {
  const parts = css.replace(/\/\*[^]*?\*\//g, '').match(/[^{};]+[{};]?/g) ?? [];
  /** Selectors and conditions: what stands before a block. */
  const preludes = parts.filter((part) => part.endsWith('{')).join('\n');
  const declarations = parts
    .filter((part) => !part.endsWith('{'))
    .map((part) => part.trim().replace(/\s*:\s*/, ':'))
    .join('\n');
  return [
    ...PATTERNS.filter(({ pattern, isPrelude }) =>
      pattern.test(isPrelude ? preludes : declarations),
    ).map(({ key }) => key),
    ...UNITS.filter(([unit, key]) => unit.test(css) && LACKS.get(key)?.length !== 0).map(
      ([, key]) => key,
    ),
  ];
}
