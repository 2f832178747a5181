import { defineConfig } from 'vite';
// @ts-expect-error -- plain JavaScript
import { contentPackVite, contentVite } from '../tools/content-plugin.js';
// @ts-expect-error -- plain JavaScript
import { pseudoLanguageVite } from '../tools/pseudo-language-plugin.js';
// @ts-expect-error -- plain JavaScript
import { integritySnippet } from '../tools/cli/integrity/snippet.js';
import integrity from '../cdn/integrity.json';

/** Storybook's own: the project's configuration builds a library. */
export default defineConfig({
  build: { target: 'es2022' },
  // For the snippet builder: the hashes of the browser build.
  define: { LUCKA_INTEGRITY: JSON.stringify(integritySnippet('/lucka/', integrity)) },
  plugins: [contentVite(), contentPackVite('demo/fordon/content', 'fordon'), pseudoLanguageVite()],
});
