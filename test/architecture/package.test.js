import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';

/** @type {{ exports: Record<string, string | { types: string, default: string }>, dependencies: Record<string, string>, scripts: Record<string, string>, sideEffects: string[] }} */
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const built = (/** @type {string} */ folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));

describe('the package', () => {
  test('has every file that its exports name', () => {
    const paths = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    const missing = paths.filter((path) => !path.includes('*') && !existsSync(path));
    assert.deepEqual(missing, []);
  });

  const IN_PAGES = ['lit', '@lit/localize', 'marked', 'jose'];
  const IN_COMMANDS = ['@xmldom/xmldom'];

  test('has no more than four runtime dependencies in pages, and small ones of the commands', () => {
    const allowed = [...IN_PAGES, ...IN_COMMANDS];
    assert.deepEqual(
      Object.keys(manifest.dependencies).filter((name) => !allowed.includes(name)),
      [],
    );
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' });
    const texts = sources
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join('src', file), 'utf8'));
    for (const name of IN_COMMANDS)
      assert.ok(!texts.some((text) => text.includes(`'${name}`)), `${name} would load in pages`);
  });

  test('installs at most ten packages', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const installed = Object.entries(lock.packages).filter(
      ([path, { dev, optional, peer }]) => path && !dev && !optional && !peer,
    );
    assert.ok(installed.length <= 10, installed.map(([path]) => path).join(' '));
  });

  test('runs no script when it is installed', () => {
    const lifecycle = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
    assert.deepEqual(
      Object.keys(manifest.scripts).filter((name) => lifecycle.includes(name)),
      [],
    );
  });

  test('defines no tag when only classes are imported', () => {
    const classes = readFileSync('dist/classes.js', 'utf8');
    assert.doesNotMatch(classes, /^define\(/m);
    assert.equal(
      manifest.sideEffects.some((path) => path.includes('classes')),
      false,
    );
  });

  test('brings its own copy of @lit/localize and leaves lit to the page', () => {
    const code = built('dist')
      .map((file) => readFileSync(join('dist', file), 'utf8'))
      .join('\n');
    assert.doesNotMatch(code, /^import .*["']@lit\/localize/m);
    assert.match(code, /from ["']lit["']/);
  });

  test('holds no code from strings, no path of the machine it was built on, no development build of Lit', () => {
    for (const file of built('cdn')) {
      const code = readFileSync(join('cdn', file), 'utf8');
      assert.doesNotMatch(code, /\beval\(|new Function\(/, file);
      assert.ok(!code.includes(process.cwd()), file);
      assert.doesNotMatch(code, /Lit is in dev mode/, file);
    }
  });

  test('loads the names of characters only for texts that use them', () => {
    const files = built('cdn').filter((file) =>
      readFileSync(join('cdn', file), 'utf8').includes('CounterClockwiseContourIntegral'),
    );
    assert.equal(files.length, 1);
    const [name = ''] = /[\w-]+\.js$/.exec(files[0] ?? '') ?? [];
    for (const file of built('cdn')) {
      const code = readFileSync(join('cdn', file), 'utf8');
      assert.ok(!new RegExp(`from ?["'][^"']*${name}`).test(code), file);
    }
  });

  test('vouches for every script of the browser build', () => {
    /** @type {Record<string, string>} */
    const integrity = JSON.parse(readFileSync('cdn/integrity.json', 'utf8'));
    assert.deepEqual(Object.keys(integrity).sort(), built('cdn').sort());
    for (const hash of Object.values(integrity)) assert.match(hash, /^sha384-[\w+/]{64}$/);
  });

  test('carries the licence of every library that its browser build holds', () => {
    const maps = readdirSync('cdn', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.map'))
      .flatMap((file) => JSON.parse(readFileSync(join('cdn', file), 'utf8')).sources);
    const inside = maps.flatMap((source) =>
      [...(/(?:node_modules|vendor)\/((?:@[\w-]+\/)?[\w-]+)\//.exec(source) ?? [])].slice(1),
    );
    assert.ok(inside.includes('lit-html'));
    const notices = readFileSync('cdn/third-party-licences.txt', 'utf8');
    for (const name of new Set(inside)) assert.match(notices, new RegExp(`^${name} \\d`, 'm'));
  });

  test('types every attribute by a property of its element, also one of a base class', () => {
    const tags = readFileSync('types/tags.d.ts', 'utf8');
    assert.match(tags, /'required'\?: Written<LuckaDocumentWizard\['required'\]>/);
    assert.doesNotMatch(tags, /\['undefined'\]/);
  });

  test('locks every package by its hash', () => {
    /** @type {{ packages: Record<string, { integrity?: string, link?: boolean }> }} */
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const open = Object.entries(packages).filter(
      ([path, { integrity }]) => path && !/^sha512-/.test(integrity ?? ''),
    );
    assert.deepEqual(
      open.map(([path]) => path),
      [],
    );
  });
});
