import { build } from 'esbuild';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveFolder } from '../../../tools/cli/audit/static-server.js';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Imports of `file.md?raw`, as Vite has them. @type {import('esbuild').Plugin} */
const rawFiles = {
  name: 'raw files',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?raw$/ }, ({ path, importer }) => ({
      path: resolve(dirname(importer), path.replace(/\?raw$/, '')),
      namespace: 'raw',
    }));
    onLoad({ filter: /.*/, namespace: 'raw' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'text',
    }));
  },
};

/**
 * Modules of src/ as they are built in dist/, where their content is compiled: one copy of each, since elements know an error
 * of their services by its class.
 *
 * @type {import('esbuild').Plugin}
 */
const builtModules = {
  name: 'built modules',
  setup({ onResolve }) {
    const source = resolve('src') + sep;
    onResolve({ filter: /\/src\/.*\.js$/ }, ({ path, importer }) => {
      const file = resolve(dirname(importer), path);
      if (!file.startsWith(source)) return undefined;
      return { path: join(resolve('dist'), file.slice(source.length)) };
    });
  },
};

/** Serves the page with the scenes, and the elements as they are built in dist/. */
export async function servePage() {
  const folder = mkdtempSync(join(tmpdir(), 'scenes-'));
  cpSync(join(here, 'index.html'), join(folder, 'index.html'));
  await build({
    entryPoints: [join(here, 'page.ts')],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    plugins: [rawFiles, builtModules],
    logLevel: 'error',
  });
  const { base, close } = await serveFolder(folder);
  return {
    base,
    close: () => {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
