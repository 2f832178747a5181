import { defineConfig } from 'vite';

export default defineConfig({
  // React needs no plugin for a build: this transforms JSX as tsconfig.json says.
  build: { target: 'es2022', modulePreload: { polyfill: false } },
});
