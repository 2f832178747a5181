import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { cruise } from 'dependency-cruiser';
import { ESLint } from 'eslint';
import rules from '../../.dependency-cruiser.mjs';

/** @param {string} root @returns {Promise<string[]>} `rule: from -> to`, sorted */
async function violationsIn(root) {
  const { output } = await cruise(['src'], {
    ...rules.options,
    baseDir: root,
    tsConfig: undefined,
    validate: true,
    ruleSet: { forbidden: rules.forbidden ?? [] },
  });
  if (typeof output === 'string') throw new Error(output);
  return output.summary.violations
    .map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
    .sort();
}

/**
 * Imports that must be refused, each by the rule of its name: the file with the import, and what it imports.
 *
 * @type {Readonly<Record<string, readonly [from: string, to: string][]>>}
 */
const PLANTED = {
  'no-circles': [
    ['src/shared/a.ts', 'src/shared/b.ts'],
    ['src/shared/b.ts', 'src/shared/a.ts'],
  ],
  'no-other-element': [['src/elements/one/view.ts', 'src/elements/two/view.ts']],
  'no-upward-import-from-shared': [['src/shared/a.ts', 'src/elements/one/view.ts']],
  'no-upward-import-from-content': [['src/content/a.ts', 'src/shared/b.ts']],
  'no-upward-import-from-services': [['src/services/a.ts', 'src/content/b.ts']],
  'no-upward-import-from-i18n': [['src/i18n/a.ts', 'src/services/b.ts']],
  'no-upward-import-from-styles': [['src/styles/a.ts', 'src/i18n/b.ts']],
  'no-entry-point-inside': [['src/elements/one/view.ts', 'src/entry.ts']],
  'no-element-class': [['src/elements/one/view.ts', 'src/elements/one/one.ts']],
  'pure-state': [
    ['src/elements/one/question-view.ts', 'src/content/render.ts'],
    ['src/elements/one/state.ts', 'src/elements/one/question-view.ts'],
  ],
  'pure-state-imports': [['src/elements/one/state.ts', 'src/elements/one/result/result.ts']],
  'pure-state-values': [['src/elements/one/state.ts', 'src/content/render.ts']],
  'feature-by-its-file': [['src/elements/one/one.ts', 'src/elements/one/result/view.ts']],
  'other-feature-by-its-file': [
    ['src/elements/one/progress/progress.ts', 'src/elements/one/result/view.ts'],
  ],
  'nothing-from-outside': [['src/shared/a.ts', 'tools/b.ts']],
};

describe('imports of src/', () => {
  test('keep the layers, the elements and their features apart', async () => {
    assert.deepEqual(await violationsIn('.'), []);
  });

  test('stand in a folder that has a layer', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    assert.deepEqual(folders.map(({ name }) => name).sort(), [
      'content',
      'elements',
      'i18n',
      'services',
      'shared',
      'styles',
    ]);
  });

  test('have a planted fault for each rule', () => {
    const names = (rules.forbidden ?? []).map(({ name }) => name).sort();
    assert.deepEqual(Object.keys(PLANTED).sort(), names);
  });

  for (const [name, imports] of Object.entries(PLANTED))
    for (const kind of name === 'pure-state-values' ? ['value'] : ['value', 'type'])
      describe(`${name}, of a ${kind}`, () => {
        /** @type {string} */
        let root;
        before(() => {
          root = mkdtempSync(join(tmpdir(), 'lucka-imports-'));
          for (const [from, to] of imports) {
            plant(root, to, '');
            const path = join(root, to).replace(/\.ts$/, '.js');
            const code =
              kind === 'type'
                ? `import type { x } from '${path}';`
                : `import { x } from '${path}';`;
            plant(root, from, `${code}\nexport { x };\n`);
          }
        });
        after(() => rmSync(root, { recursive: true, force: true }));

        test('is refused', async () => {
          const found = await violationsIn(root);
          assert.ok(
            found.some((violation) => violation.startsWith(`${name}:`)),
            `found: ${found.join(', ') || 'nothing'}`,
          );
        });
      });
});

describe('the class of an element', () => {
  test('has at most 300 lines, blank ones and comments not counted', async () => {
    const linesFound = async (/** @type {number} */ count) => {
      const [result] = await new ESLint().lintText('// A comment\n\nvoid 0;\n'.repeat(count), {
        filePath: 'src/elements/document-wizard/document-wizard.ts',
      });
      return result?.messages.filter(({ ruleId }) => ruleId === 'max-lines').length;
    };
    assert.equal(await linesFound(300), 0);
    assert.equal(await linesFound(301), 1);
  });
});

/** @param {string} root @param {string} path @param {string} code */
function plant(root, path, code) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), code || 'export const x = 1;\n', { flag: code ? 'w' : 'a' });
}
