import { cp, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPglite } from '../../demo/database/pglite.js';

const cache = fileURLToPath(new URL('../../node_modules/.cache/lucka/', import.meta.url));

/**
 * A new folder with an empty PGlite database. Creating one takes seconds, so it is created
 * once for each version of PGlite and then copied.
 *
 * @param {string} [parent] its parent folder
 * @returns {Promise<string>} the folder; see {@link removeDirectory}
 */
export async function makeDataDirectory(parent) {
  const template = join(cache, `pglite-${await pgliteVersion()}`);
  if (!(await exists(template))) await makeTemplate(template);
  const directory = await makeDirectory(parent);
  await cp(template, directory, { recursive: true });
  return directory;
}

/** A new empty folder. @param {string} [parent] */
export const makeDirectory = (parent = tmpdir()) => mkdtemp(join(parent, 'lucka-'));

/** @param {string} directory */
export const removeDirectory = (directory) => rm(directory, { recursive: true, force: true });

/** Made aside and renamed, as test files run side by side. @param {string} template */
async function makeTemplate(template) {
  const making = await makeDirectory();
  await (await openPglite(making)).close();
  const beside = `${template}.${process.pid}`;
  await cp(making, beside, { recursive: true });
  await removeDirectory(making);
  await rename(beside, template).catch(() => removeDirectory(beside));
}

async function pgliteVersion() {
  const manifest = fileURLToPath(import.meta.resolve('@electric-sql/pglite')).replace(
    /dist\/.*$/,
    'package.json',
  );
  return JSON.parse(await readFile(manifest, 'utf8')).version;
}

/** @param {string} path */
const exists = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );
