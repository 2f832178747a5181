import { readFileSync } from 'node:fs';

/** Swedish by English, of the messages without values. @type {Map<string, string>} */
const swedish = new Map(
  [
    ...readFileSync('locales/sv.xlf', 'utf8').matchAll(
      /<source>([^<]*)<\/source>\s*<target>([^<]*)<\/target>/g,
    ),
  ].map(([, source = '', target = '']) => [decode(source), decode(target)]),
);

/** @param {string} text */
function decode(text) {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/**
 * Words of the elements in the language of the page.
 *
 * @param {string} english
 * @param {'en' | 'sv'} lang
 * @returns {string}
 * @throws {Error} when no message has these words
 */
export function translate(english, lang) {
  const target = swedish.get(english);
  if (target === undefined) throw new Error(`No message is “${english}”.`);
  return lang === 'sv' ? target : english;
}
