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

/** A base class has no tag of its own: what it gives is listed with the elements. */
const unmarkBaseClasses = {
  name: 'unmark-base-classes',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    for (const declaration of modules.flatMap(({ declarations = [] }) => declarations))
      if (!declaration.tagName) delete declaration.customElement;
  },
};

/** An attribute that is observed only for its former name is not documented. */
const documentedAttributes = {
  name: 'documented-attributes',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    for (const declaration of modules.flatMap(({ declarations = [] }) => declarations))
      if (declaration.attributes)
        declaration.attributes = declaration.attributes.filter(
          ({ fieldName, description }) => fieldName || description,
        );
  },
};

export default {
  globs: ['src/elements/**/*.ts', 'src/shared/form-associated-element.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    sortModules,
    unmarkBaseClasses,
    documentedAttributes,
    customElementVsCodePlugin({ outdir }),
    customElementJetBrainsPlugin({ outdir, packageJson: false }),
    frameworkTypesPlugin({ outdir, classes: '../dist/classes.js' }),
  ],
};
