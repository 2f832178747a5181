import { defineConfig } from 'vite';
// @ts-expect-error -- plain JavaScript
import { contentPackVite, contentVite } from '../tools/content-plugin.js';
// @ts-expect-error -- plain JavaScript
import { pseudoLanguageVite } from '../tools/pseudo-language-plugin.js';
// @ts-expect-error -- plain JavaScript
import { integritySnippet } from '../tools/cli/integrity/snippet.js';
import integrity from '../cdn/integrity.json';

const PLACE = '/lucka/';
const TAGS = [
  'booking-picker',
  'document-wizard',
  'maintenance-banner',
  'message-composer',
  'terms-dialog',
];

/** For the snippet builder: the hashes of the browser build, and the hints for each element by language. */
function integrityOfBuild() {
  const hints = TAGS.flatMap((tag) =>
    ['en', 'sv'].map((lang) => {
      const shown = integritySnippet(PLACE, integrity, { tags: [tag], lang });
      return [`${tag}.${lang}`, shown.hints];
    }),
  );
  const { importMap, loader, scriptSource } = integritySnippet(PLACE, integrity);
  return { importMap, loader, scriptSource, hints: Object.fromEntries(hints) };
}

/** Storybook's own: the project's configuration builds a library. */
export default defineConfig({
  build: { target: 'es2022' },
  define: { LUCKA_INTEGRITY: JSON.stringify(integrityOfBuild()) },
  plugins: [contentVite(), contentPackVite('demo/fordon/content', 'fordon'), pseudoLanguageVite()],
});
