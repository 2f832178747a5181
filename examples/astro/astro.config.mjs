import { defineConfig } from 'astro/config';

export default defineConfig({
  // Scripts and styles in files of their own: a strict policy allows nothing inside the page.
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } } },
});
