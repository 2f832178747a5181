import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Imports a TypeScript module of src/ into Node, so that tools and the page share one implementation.
 * (Node 20 cannot strip types by itself.)
 *
 * @param {string} path from the root of the project, such as 'src/content/compile.ts'
 * @returns {Promise<any>} the module's exports
 */
export async function importTs(path) {
  const { outputFiles } = await build({
    entryPoints: [join(root, path)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
    tsconfig: join(root, 'tsconfig.json'),
  });
  const code = outputFiles[0].text;
  // Inside the project, so that Node finds the imported packages.
  const folder = join(root, 'node_modules/.cache/lucka');
  const file = join(
    folder,
    `${createHash('sha256')
      .update(path + code)
      .digest('hex')
      .slice(0, 16)}.mjs`,
  );
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) {
    // Written atomically: another process may import it at this moment.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, code);
    renameSync(draft, file);
  }
  return import(pathToFileURL(file).href);
}
