import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { frameworkTypesPlugin } from './tools/framework-types/plugin.js';

const outdir = './types';

/** The analyzer reads files in the order in which the disk answers; the build must be the same each time. */
const sortModules = {
  name: 'sort-modules',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    modules.sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

export default {
  globs: ['src/elements/**/*.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    sortModules,
    customElementVsCodePlugin({ outdir }),
    customElementJetBrainsPlugin({ outdir, packageJson: false }),
    frameworkTypesPlugin({ outdir, classes: '../dist/classes.js' }),
  ],
};
