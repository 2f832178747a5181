import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementSveltePlugin } from 'custom-element-svelte-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { customElementVuejsPlugin } from 'custom-element-vuejs-integration';
import { jsxTypesPlugin } from '@wc-toolkit/jsx-types';

const outdir = './types';
const classPath = () => '../dist/classes.js';

export default {
  globs: ['src/elements/**/*.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    customElementVsCodePlugin({ outdir }),
    customElementJetBrainsPlugin({ outdir, packageJson: false }),
    customElementVuejsPlugin({ outdir, fileName: 'vue.d.ts', modulePath: classPath }),
    customElementSveltePlugin({ outdir, fileName: 'svelte.d.ts', modulePath: classPath }),
    jsxTypesPlugin({ outdir, fileName: 'jsx.d.ts', componentTypePath: classPath }),
  ],
};
