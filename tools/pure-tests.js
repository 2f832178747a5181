import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contentEsbuild } from './content-plugin.js';

/**
 * `node tools/pure-tests.js`: runs `test/**\/*.node.test.ts` with `node --test`. They test modules that need no browser, with
 * the same functions as the browser tests: `describe` and `it` are those of node:test, `expect` is that of @open-wc/testing.
 */

/** Not in node_modules, where `node --test` finds nothing since Node 21; in the project, so that the packages are found. */
const FOLDER = '.cache/pure-tests';

const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.node.test.ts'))
  .map((file) => join('test', file))
  .sort();

rmSync(FOLDER, { recursive: true, force: true });
await build({
  entryPoints: files,
  outdir: FOLDER,
  outbase: 'test',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  tsconfig: 'tsconfig.json',
  logLevel: 'warning',
  // The assertions of @open-wc/testing, without those that need a page.
  alias: { '@open-wc/testing': resolve('node_modules/@esm-bundle/chai/esm/chai.js') },
  banner: {
    js: "import { after, afterEach, before, beforeEach, describe, it } from 'node:test';",
  },
  plugins: [contentEsbuild()],
});

const bundles = files.map((file) => file.replace(/^test/, FOLDER).replace(/\.ts$/, '.mjs'));
const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...bundles], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
