import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain } from './is-main.js';
import StyleDictionary from 'style-dictionary';
import { format } from 'prettier';

/**
 * src/styles/tokens.json (DTCG, imported by Figma and Penpot) -> src/styles/generated/, by Style Dictionary.
 *
 * Two layers of names: a page sets `--lucka-color-accent`; our styles read `--_accent`, which falls back to our value.
 * If the public name were declared on :host, it would always override a page's :root.
 */

/** In forced-colours mode the person's own palette applies, independent of the page. */
const FORCED = {
  Canvas: [
    'background',
    'surface',
    'accent-surface',
    'warning-surface',
    'error-surface',
    'success-surface',
    'on-accent',
    'focus-gap',
  ],
  CanvasText: [
    'text',
    'text-muted',
    'border',
    'border-strong',
    'notice',
    'warning',
    'error',
    'success',
  ],
  LinkText: ['accent', 'accent-strong'],
  Highlight: ['focus-color'],
};

/** @param {string} pixels such as '24px', at a text size of 16 px */
const em = (pixels) => `${+(parseFloat(pixels) / 16).toFixed(4)}em`.replace(/^0\./, '.');

/**
 * Functions that the oldest supported browsers may lack, with the colours for these browsers. A custom property with an
 * unsupported value makes the colour invalid, so each one is declared again.
 *
 * @type {Record<string, (colour: Colour) => string | undefined>}
 */
const FALLBACKS = {
  'light-dark(red, red)': ({ value, css }) => (css ? undefined : value),
  'color-mix(in srgb, red, red)': ({ plain }) => plain,
};

/**
 * `value` is light; `css` replaces `value` and `dark`, and `plain` replaces `css` in browsers without color-mix().
 *
 * @typedef {{ value: string, dark?: string, css?: string, plain?: string }} Colour
 */

/** @param {import('style-dictionary').TransformedToken} token @returns {Colour} */
function colourOf({ original, $extensions }) {
  const { dark, css, plain } = $extensions?.['se.lucka'] ?? {};
  const named = (/** @type {string | undefined} */ text) =>
    text?.replaceAll('--lucka-color-', '--_');
  return { value: original.$value, dark, css: named(css), plain: named(plain) };
}

/** @param {import('style-dictionary').TransformedToken} token */
function valueOf(token) {
  if (token.$type === 'color') {
    const { value, dark, css } = colourOf(token);
    return css ?? `light-dark(${value}, ${dark})`;
  }
  const isEm = token.$type === 'dimension' && token.$extensions?.['se.lucka']?.unit !== 'px';
  return isEm ? em(token.original.$value) : token.original.$value;
}

/** The colours of kinds are in the styles of notices: an element without notices does not load them. */
const isKind = (/** @type {{ name: string }} */ { name }) =>
  /^(?:warning|error|success)/.test(name);

/** A size that applies to headings of one level, not to the whole element. @param {string} name @returns {string | undefined} the level */
const levelIn = (name) => /^font-size-heading-(\d)$/.exec(name)?.[1];

/** @param {Named} named @returns {string} */
const levelRule = ({ token, name }) =>
  `h${levelIn(name)} { --_level: var(--lucka-${name}, ${valueOf(token)}); }`;

/** @param {import('style-dictionary').TransformedToken[]} tokens @returns {Record<string, string>} files by path */
function modules(tokens) {
  const used = usedNames();
  const named = tokens
    .map((token) => ({ token, name: token.path.join('-').replace(/^color-/, '') }))
    .filter(({ name }) => used.has(name) || levelIn(name));
  const common = named.filter((each) => !isKind(each) && !levelIn(each.name));
  const levels = named.filter(({ name }) => levelIn(name)).map(levelRule);
  return {
    'src/styles/generated/tokens.ts': moduleOf(
      'Ground, text, accent, focus, space, type, edges: for every element.',
      'tokens',
      `${styleSheet(common)}
  ${levels.join('\n  ')}
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_duration-quick: 0s;
    }
  }
`,
    ),
    'src/styles/generated/kind-tokens.ts': moduleOf(
      'Warning, error, success: for elements that show notices.',
      'kindTokens',
      styleSheet(named.filter(isKind)),
    ),
  };
}

/** The private names that some style reads: a token that none reads would only cost. @returns {Set<string>} */
function usedNames() {
  const styles = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.ts$/.test(file) && !file.includes('generated'),
  );
  const text = styles.map((file) => readFileSync(join('src', file), 'utf8')).join('\n');
  return new Set([...text.matchAll(/var\(--_([\w-]+)/g)].map((match) => match[1] ?? ''));
}

/** @param {string} comment @param {string} name @param {string} css */
const moduleOf = (
  comment,
  name,
  css,
) => `// Made from tokens.json by \`npm run generate\`. Do not edit.
import { css } from 'lit';

/** ${comment} */
export const ${name} = css\`${css}\`;
`;

/** @typedef {{ token: import('style-dictionary').TransformedToken, name: string }} Named */

/** @param {Named} named @param {string} value */
const declarationOf = ({ token, name }, value) =>
  `--_${name}: var(--lucka-${token.path.join('-')}, ${value});`;

/** @param {string} condition @param {string[]} declarations @returns {string} '' for none */
const hostRule = (condition, declarations) =>
  declarations.length
    ? `
  ${condition} {
    :host {
      ${declarations.join('\n      ')}
    }
  }`
    : '';

/** @param {Named[]} named */
function styleSheet(named) {
  const colours = named.filter(({ token }) => token.$type === 'color');
  const fallbacks = Object.entries(FALLBACKS).map(([value, fallbackOf]) =>
    hostRule(
      `@supports not (color: ${value})`,
      colours.flatMap((each) => {
        const fallback = fallbackOf(colourOf(each.token));
        return fallback ? [declarationOf(each, fallback)] : [];
      }),
    ),
  );
  const names = new Set(named.map(({ name }) => name));
  const forced = Object.entries(FORCED).flatMap(([colour, all]) =>
    all.filter((name) => names.has(name)).map((name) => `--_${name}: ${colour};`),
  );
  return `
  :host {
    ${named.map((each) => declarationOf(each, valueOf(each.token))).join('\n    ')}
  }${fallbacks.join('')}${hostRule('@media (forced-colors: active)', forced)}
`;
}

/** @returns {Promise<Record<string, string>>} the generated files by their paths, not yet written */
export async function generateTokens() {
  const dictionary = new StyleDictionary({
    tokens: JSON.parse(readFileSync('src/styles/tokens.json', 'utf8')),
    platforms: { lit: { transforms: [] } },
    log: { verbosity: 'silent', warnings: 'disabled' },
  });
  const { allTokens } = await dictionary.getPlatformTokens('lit');
  const files = Object.entries(modules(allTokens)).map(async ([path, text]) => {
    const pretty = await format(text, { parser: 'typescript', printWidth: 160, singleQuote: true });
    return [path, pretty];
  });
  return Object.fromEntries(await Promise.all(files));
}

if (isMain(import.meta.url)) {
  for (const [path, text] of Object.entries(await generateTokens())) writeFileSync(path, text);
}
