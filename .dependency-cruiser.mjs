/**
 * What a module of src/ may import (CONTRIBUTING, "Layers"). `test/architecture/dependencies.test.js` plants an import for each
 * rule and shows that the rule refuses it.
 */

/** From the top to the bottom. The files in src/ itself are the entry points of the package. */
const LAYERS = ['elements', 'shared', 'content', 'services', 'i18n', 'styles'];

const element = '^src/elements/([^/]+)/';

/** State, transitions, selectors and steps. */
const PURE =
  '^src/elements/([^/]+)/(?:(?:state|step-machine|transitions)|[^/]+/(?:transitions|selectors))\\.ts$';

/** The file of a feature that others may import: its name is that of its folder. */
const featureFile = '^src/elements/[^/]+/([^/]+)/\\1\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two modules that import each other cannot be read apart.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-other-element',
      comment: 'Elements reach each other through the page only.',
      severity: 'error',
      from: { path: element },
      to: { path: '^src/elements/', pathNot: '^src/elements/$1/' },
    },
    ...LAYERS.slice(1).map((layer, index) => ({
      name: `no-upward-import-from-${layer}`,
      comment: 'A file imports from its own folder and from folders further down.',
      severity: /** @type {const} */ ('error'),
      from: { path: `^src/${layer}/` },
      to: { path: `^src/(?:${LAYERS.slice(0, index + 1).join('|')})/` },
    })),
    {
      name: 'no-entry-point-inside',
      comment: 'The entry points are for users of the package.',
      severity: 'error',
      from: { path: '^src/[^/]+/' },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    {
      name: 'no-element-class',
      comment: 'Nobody but the entry points imports the class of an element, not even its type.',
      severity: 'error',
      from: { path: '^src/[^/]+/' },
      to: { path: '^src/elements/([^/]+)/\\1\\.ts$' },
    },
    {
      name: 'pure-state',
      comment: 'State and steps, and all that they import, know nothing of rendering.',
      severity: 'error',
      from: { path: PURE },
      to: { path: '^node_modules/|^src/(?:content/(?:render|heading)|styles)', reachable: true },
    },
    {
      name: 'pure-state-imports',
      comment: 'State and steps import pure modules of their element, and from shared/ types only.',
      severity: 'error',
      from: { path: PURE },
      to: {
        pathNot: ['^src/(?:content|services|i18n|shared)/', '^src/elements/$1/[^/]+\\.ts$'],
      },
    },
    {
      name: 'pure-state-values',
      comment:
        'Of content/ (but the flow language), services/ and shared/ these files import types only.',
      severity: 'error',
      from: { path: PURE },
      to: {
        path: '^src/(?:content/(?!flow/)|services/|shared/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'feature-by-its-file',
      comment:
        'A feature is seen from outside through <feature>/<feature>.ts only. A server renders its views without the feature.',
      severity: 'error',
      from: {
        path: '^src/elements/[^/]+/[^/]+$',
        pathNot: '^src/elements/[^/]+/server\\.ts$',
      },
      to: { path: '^src/elements/[^/]+/[^/]+/', pathNot: featureFile },
    },
    {
      name: 'other-feature-by-its-file',
      comment: 'Also features of one element see each other through <feature>/<feature>.ts only.',
      severity: 'error',
      from: { path: '^src/elements/([^/]+)/([^/]+)/' },
      to: { path: '^src/elements/$1/[^/]+/', pathNot: ['^src/elements/$1/$2/', featureFile] },
    },
    {
      name: 'no-lit-before-notices',
      comment:
        'On most days there is no notice: the class of the banner does not extend LitElement.',
      severity: 'error',
      from: {
        path: '^src/elements/maintenance-banner/(?:feed/|(?:maintenance-banner|frame|state|events|settings)\\.ts$)',
      },
      to: { path: '(?:^|/)(?:lit|@lit)(?:/|$)' },
    },
    {
      name: 'nothing-from-outside',
      comment: 'The package does not import its stories, tests, tools or demo.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(?:stories|test|tools|demo)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^content/'] },
  },
};
