import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, test } from 'node:test';

/** Imports only go down: what each room of src/ may import. Files in src/ itself are the package's entries. */
const STAIRS = {
  entry: ['entry', 'elements', 'shared', 'content', 'services', 'i18n', 'styles'],
  elements: ['elements', 'shared', 'content', 'services', 'i18n', 'styles'],
  shared: ['shared', 'services', 'i18n', 'styles', 'content'],
  content: ['content', 'services', 'i18n', 'styles'],
  services: ['services', 'i18n'],
  i18n: ['i18n'],
  styles: ['styles'],
};

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, code: readFileSync(join('src', file), 'utf8') }));

/** @param {string} file from src/ */
const roomOf = (file) => (file.includes('/') ? (file.split('/')[0] ?? '') : 'entry');

/** @param {string} file */
const elementOf = (file) => (roomOf(file) === 'elements' ? file.split('/')[1] : undefined);

/** Relative imports of a file, as paths from src/; content documents excepted. @param {{ file: string, code: string }} source */
function importsOf({ file, code }) {
  const found = code.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...found]
    .map(([, path = '']) => relative('.', join(dirname(file), path)))
    .filter((path) => !path.startsWith('../'));
}

describe('the stairs', () => {
  test('every room of src/ has a place on them', () => {
    const rooms = new Set(sources.map(({ file }) => roomOf(file)));
    assert.deepEqual(
      [...rooms].filter((room) => !(room in STAIRS)),
      [],
    );
  });

  test('imports only go down', () => {
    const wrong = sources.flatMap((source) => {
      const allowed = STAIRS[/** @type {keyof typeof STAIRS} */ (roomOf(source.file))] ?? [];
      return importsOf(source)
        .filter((path) => !allowed.includes(roomOf(path)))
        .map((path) => `${source.file} imports ${path}`);
    });
    assert.deepEqual(wrong, []);
  });

  test('elements never import elements', () => {
    const wrong = sources.flatMap((source) => {
      const own = elementOf(source.file);
      return importsOf(source)
        .filter((path) => own && elementOf(path) && elementOf(path) !== own)
        .map((path) => `${source.file} imports ${path}`);
    });
    assert.deepEqual(wrong, []);
  });

  test('a fault would be seen', () => {
    const planted = {
      file: 'shared/modal.ts',
      code: "import { x } from '../elements/terms-dialog/view.js';",
    };
    assert.deepEqual(importsOf(planted), ['elements/terms-dialog/view.js']);
  });

  test('nothing in src/ imports stories, tests or the demo', () => {
    const wrong = sources.filter(({ code }) =>
      /from '[^']*\/(?:stories|test|demo|tools)\//.test(code),
    );
    assert.deepEqual(
      wrong.map(({ file }) => file),
      [],
    );
  });
});
