import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';

/** What no source of an element may hold, and why. */
const FORBIDDEN = [
  [/unsafeHTML|innerHTML|outerHTML|insertAdjacentHTML/, 'HTML from strings'],
  [/\sstyle="/, 'a style attribute: a strict policy refuses it'],
  [/\d(?:\.\d+)?rem\b/, 'a rem: pages with a 62.5 % root shrink it'],
  [
    /https?:\/\/(?!www\.w3\.org)[\w.-]+\.(?:com|net|org|io)\b(?!.*(?:@|\* |\/\/ ))/,
    'the address of another host',
  ],
  [/\bnew Function\b|\beval\(/, 'code from strings'],
  // Not the words "(?:any" of a regular expression.
  [/(?<!\?):\s*any\b|\bas any\b|@ts-ignore/, 'a type given up'],
];

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
  .map((file) => ({ file, lines: readFileSync(join('src', file), 'utf8').split('\n') }));

const isComment = (/** @type {string} */ line) => /^\s*(?:\*|\/\/|\/\*)/.test(line);

describe('the house style', () => {
  for (const [pattern, what] of /** @type {[RegExp, string][]} */ (FORBIDDEN)) {
    test(`no source holds ${what}`, () => {
      const found = sources.flatMap(({ file, lines }) =>
        lines.flatMap((line, index) =>
          !isComment(line) && pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [],
        ),
      );
      assert.deepEqual(found, []);
    });
  }

  test('only i18n/locale.ts configures the translations', () => {
    const callers = sources.filter(({ lines }) =>
      lines.some((line) => line.includes('_installMsgImplementation(')),
    );
    assert.deepEqual(
      callers.map(({ file }) => file),
      ['i18n/locale.ts'],
    );
  });

  test('only the entries define tags', () => {
    const callers = sources.filter(
      ({ file, lines }) => file.includes('/') && lines.some((line) => /^defineOnce\(/.test(line)),
    );
    assert.deepEqual(
      callers.map(({ file }) => file),
      [],
    );
  });

  test('the version in the sources is that of the package', () => {
    /** @type {{ version: string }} */
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.match(
      readFileSync('src/shared/version.ts', 'utf8'),
      new RegExp(`'${version.replaceAll('.', '\\.')}'`),
    );
  });
});
