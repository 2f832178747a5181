import tseslint from 'typescript-eslint';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
// @ts-expect-error -- it has no types
import litA11y from 'eslint-plugin-lit-a11y';

/** The classes of the elements: each has the name of its folder. */
const ELEMENT_CLASSES = [
  'booking-picker',
  'document-wizard',
  'maintenance-banner',
  'message-composer',
  'terms-dialog',
].map((tag) => `src/elements/${tag}/${tag}.ts`);

const elementCode = ['src/**/*.ts', 'stories/**/*.ts', 'test/**/*.ts'];

export default tseslint.config(
  {
    ignores: [
      'dist',
      'cdn',
      'types',
      'storybook-static',
      'coverage',
      '.cache',
      'audit-report',
      'demo/data',
      'src/**/generated',
      'vite.config.ts',
      'test/consumers/*/**',
      'tools/framework-types/*.d.ts',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  // A test knows what its fixture holds.
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      // Typed as a promise by one of chai's plug-ins; it is none.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: '@types/chai', name: ['equal', 'Equal'] },
          ],
        },
      ],
    },
  },
  { files: elementCode, ...lit['flat/recommended'] },
  { files: ['src/**/*.ts'], ...wc['flat/best-practice'] },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts'],
    plugins: { 'lit-a11y': litA11y },
    rules: litA11y.configs.recommended.rules,
    settings: { litHtmlSources: true },
  },
  // LitElement's own callbacks are always there: no need to test for them before calling super.
  { files: ['src/**/*.ts'], rules: { 'wc/guard-super-call': 'off' } },
  // The class of an element says what it is made of; what it does stands in its features.
  {
    files: ELEMENT_CLASSES,
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  { rules: { 'no-console': 'off', eqeqeq: 'error', 'prefer-const': 'error' } },
);
