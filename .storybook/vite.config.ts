import { defineConfig } from 'vite';
// @ts-expect-error -- plain JavaScript
import { contentPackVite, contentVite } from '../tools/content-plugin.js';
// @ts-expect-error -- plain JavaScript
import { pseudoLanguageVite } from '../tools/pseudo-language-plugin.js';

/** Storybook's own: the project's configuration builds a library. */
export default defineConfig({
  build: { target: 'es2022' },
  plugins: [contentVite(), contentPackVite('demo/fordon/content', 'fordon'), pseudoLanguageVite()],
});
