import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { transform } from 'esbuild';
import ts from 'typescript';
import { newerApis } from '../support/oldest-browsers/api-usage.js';
import { newerCss } from '../support/oldest-browsers/css-usage.js';
import { EXTRAS } from '../support/oldest-browsers/extras.js';
import { OLDEST } from '../support/oldest-browsers/lacks.js';

const TARGETS = ['chrome', 'edge', 'firefox', 'safari'].map(
  (name) => `${name}${OLDEST[/** @type {keyof typeof OLDEST} */ (name)]}`,
);

/** @param {string} folder @param {RegExp} pattern */
const filesIn = (folder, pattern) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file))
    .map((file) => join(folder, file));

/** @param {string} code @param {'js' | 'css'} loader @param {string[] | string} target */
async function written(code, loader, target) {
  // Which letters `\p{…}` means depends on the version of Unicode, so esbuild takes it for too new anywhere.
  const supported = { 'regexp-unicode-property-escapes': true };
  return (await transform(code, { loader, target, supported })).code;
}

/** Has it syntax that one of them does not read? @param {string} code @param {'js' | 'css'} loader */
const isNewer = async (code, loader) =>
  (await written(code, loader, TARGETS)) !== (await written(code, loader, 'esnext'));

/** Style sheets of the elements as they are written, of themes and pages. */
const styles = [
  ...filesIn('src', /\.ts$/).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/= css`([^`]*)`/g)].map(([, css = '']) => css),
  ),
  ...[...filesIn('src/styles', /\.css$/), ...filesIn('cdn', /\.css$/), 'demo/page/page.css'].map(
    (file) => readFileSync(file, 'utf8'),
  ),
];

const sources = filesIn('src', /\.ts$/).map((file) => resolve(file));

/** @returns {ts.CompilerOptions} */
function compilerOptions() {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, process.cwd()).options;
}

/** Chrome and Edge 109, Safari and iOS 16.4, Firefox 115: by what web-features and esbuild know of them. */
describe('the oldest browsers', () => {
  test('read the syntax of every script and style sheet that is built', async () => {
    const scripts = [...filesIn('dist', /\.js$/), ...filesIn('cdn', /\.js$/)];
    assert.ok(scripts.length > 100);
    for (const file of [...scripts, ...filesIn('cdn', /\.css$/)]) {
      const kind = file.endsWith('.js') ? 'js' : 'css';
      assert.equal(await isNewer(readFileSync(file, 'utf8'), kind), false, file);
    }
    for (const css of styles) assert.equal(await isNewer(css, 'css'), false, css.slice(0, 400));
  });

  test('have everything that is used of them, or it is an extra', () => {
    const apis = newerApis(sources, compilerOptions());
    const used = new Set([...apis.keys(), ...styles.flatMap(newerCss)]);
    const places = [...used]
      .filter((key) => !(key in EXTRAS))
      .map((key) => `${key} ${apis.get(key)?.join(' ') ?? ''}`);
    assert.deepEqual(places, []);
    assert.deepEqual(
      Object.keys(EXTRAS).filter((key) => !used.has(key)),
      [],
      'no extra is listed that is not used',
    );
  });

  test('are found out to lack syntax, methods and styles that are newer', async () => {
    assert.equal(await isNewer('const set = /[\\p{L}--[a-z]]/v;', 'js'), true);
    assert.equal(await isNewer('a { & b { color: red } }', 'css'), true);
    const css = `a { color: rgb(from red r g b); inline-size: 2lh }
      @starting-style { a { opacity: 0 } } dialog:open { color: red } @media (scripting: none) { a { color: red } }`;
    for (const key of [
      'css.selectors.open',
      'css.at-rules.starting-style',
      'css.at-rules.media.scripting',
      'css.types.length.lh',
    ])
      assert.ok(newerCss(css).includes(key), key);
    assert.deepEqual(newerCss('a:hover { flex-direction: column; inline-size: 2dvb }'), []);
    const planted = ts.sys.resolvePath('src/planted.ts');
    const code = `
      export const sorted = [2, 1].toSorted();
      export const any = AbortSignal.any([]);
      document.body.ariaHidden = 'true';
      export const groups = Object.groupBy([1], String);
      export const own = { toSorted: () => 1 }.toSorted();`;
    const { readFile, fileExists } = ts.sys;
    ts.sys.readFile = (path, encoding) => (path === planted ? code : readFile(path, encoding));
    ts.sys.fileExists = (path) => path === planted || fileExists(path);
    try {
      const options = { ...compilerOptions(), lib: ['lib.esnext.d.ts', 'lib.dom.d.ts'] };
      const found = newerApis([planted], options);
      assert.deepEqual([...found.keys()].sort(), [
        'api.AbortSignal.any_static',
        'api.Element.ariaHidden',
        'javascript.builtins.Array.toSorted',
        'javascript.builtins.Object.groupBy',
      ]);
    } finally {
      Object.assign(ts.sys, { readFile, fileExists });
    }
  });
});
