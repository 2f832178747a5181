import { readFile } from 'node:fs/promises';

/**
 * A pseudo-language written from right to left, for tests and Storybook only: `ar-XB`. Every English word of the interface is
 * transliterated to Arabic letters, which shows untranslated texts, truncated texts and layout errors.
 * It is not part of the package.
 */

const CODE = 'ar-XB';
const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const ARABIC = 'ابصدعفغهيجكلمنوطقرستثفوزيظ';

/** @param {string} text English */
export const pseudo = (text) =>
  text.replace(/[a-z]/gi, (letter) => ARABIC[LATIN.indexOf(letter.toLowerCase())] ?? letter);

/** The generated module of a real translation, with its English sources in place of its texts. */
async function pseudoModule() {
  const units = (await readFile('locales/sv.xlf', 'utf8')).matchAll(
    /<trans-unit id="([^"]+)">\s*<source>([\s\S]*?)<\/source>/g,
  );
  const templates = [...units].map(
    ([, id, source = '']) => `'${id}': ${templateOf(String(id), source)}`,
  );
  return `import { html } from 'lit';\nimport { str } from '@lit/localize';\nexport const templates = {\n${templates.join(',\n')}\n};\n`;
}

/**
 * @param {string} id begins with `h` for a template of elements
 * @param {string} source of an XLIFF unit: text with placeholders `<x id="0" equiv-text="…"/>`
 */
function templateOf(id, source) {
  let expressions = 0;
  const text = source
    .split(/(<x [^>]*\/>)/)
    .map((part) => {
      const [, equivalent] = /equiv-text="([^"]*)"/.exec(part) ?? [];
      if (equivalent === undefined) return pseudo(unescape(part)).replace(/[`\\]/g, '\\$&');
      const code = unescape(equivalent);
      return code.replace(/\$\{[^}]*\}/g, () => `\${${expressions++}}`);
    })
    .join('');
  if (id.startsWith('h')) return `html\`${text}\``;
  return expressions ? `str\`${text}\`` : JSON.stringify(text);
}

/** @param {string} text */
const unescape = (text) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** A generated list or table with one more language beside Swedish. @param {string} code */
const withPseudo = (code) =>
  code
    .replace("['sv'", `['sv', '${CODE}'`)
    .replace(
      /  sv: (.*),\n/,
      (line, load) => `${line}  '${CODE}': ${load.replace('/sv/', `/${CODE}/`)},\n`,
    );

const isTable = (/** @type {string} */ id) =>
  /\/i18n\/generated\/(?:languages|translations\/[\w-]+)\.ts$/.test(id);
const isPseudo = (/** @type {string} */ id) => /\/ar-XB\/[\w-]+\.(?:js|ts)$/.test(id);

/** @returns {import('vite').Plugin} */
export const pseudoLanguageVite = () => ({
  name: 'lucka-pseudo-language',
  enforce: 'pre',
  resolveId: (id) => (isPseudo(id) ? `/translations/${CODE}/all.js` : null),
  load: (id) => (isPseudo(id) ? pseudoModule() : null),
  transform: (code, id) => (isTable(id) ? { code: withPseudo(code), map: null } : null),
});

/** @returns {import('@web/dev-server-core').Plugin} */
export const pseudoLanguageDevServer = () => ({
  name: 'lucka-pseudo-language',
  resolveImport: ({ source }) =>
    isPseudo(source) ? `/src/i18n/generated/translations/${CODE}/all.js` : undefined,
  async serve({ path }) {
    return isPseudo(path) ? { body: await pseudoModule(), type: 'js' } : undefined;
  },
  transform({ path, body }) {
    return isTable(path) ? { body: withPseudo(String(body)) } : undefined;
  },
});
