import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';
import { contentVite } from './tools/content-plugin.js';
import { templatesVite } from './tools/minify-templates.js';

// Every file in src/ itself is an entry of the package: see "exports" in package.json.
const entries = readdirSync('src')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `src/${file}`);

/** `dist/`: one module a file, for bundlers; `cdn/` is made from it by tools/build-browser.js. */
export default defineConfig({
  plugins: [contentVite(), templatesVite()],
  logLevel: 'warn',
  build: {
    target: 'es2022',
    minify: false,
    emptyOutDir: true,
    lib: { entry: entries, formats: ['es'] },
    rolldownOptions: {
      // @lit/localize is configured once a copy: ours stays inside, so that it never meets the page's.
      external: [/^lit($|\/)/, /^@lit-labs\/ssr/, 'marked', 'jose'],
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // npm leaves folders called node_modules out of a package.
        entryFileNames: ({ name }) =>
          `${name.replace(/^node_modules\//, 'vendor/').replace(/^_virtual\/.*\//, 'vendor/')}.js`,
      },
    },
  },
});
