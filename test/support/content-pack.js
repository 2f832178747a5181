import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packOf } from '../../tools/cli/content/pack-of.js';
import { createFolder } from '../../tools/cli/content/init.js';
import { loadCompiler } from '../../tools/cli/content/load-compiler.js';
import { hostSite } from './host-site.js';

/** A content folder as `lucka-content init` makes it, and the pack of it. */

/** @param {string} [languages] @returns {Promise<{ folder: string, remove: () => void }>} */
export async function newFolder(languages = 'sv,en') {
  const parent = mkdtempSync(join(tmpdir(), 'lucka-content-'));
  const folder = join(parent, 'content');
  createFolder(folder, 'Fordonsverket', languages.split(','), await loadCompiler());
  for (const lang of languages.split(',').filter((each) => !['sv', 'en'].includes(each)))
    translate(join(folder, 'locales', `${lang}.xlf`), lang);
  return { folder, remove: () => rmSync(parent, { recursive: true }) };
}

/** What a page has in its head that uses the pack of {@link packSite}. */
export const PACK_LOADER =
  '<script type="module" src="/cdn/lucka.js" data-content="/content/pack.json"></script>';

/** A site that serves a new folder's pack at `/content/`, in three languages. */
export async function packSite() {
  const { folder, remove } = await newFolder('sv,en,nb');
  const pack = await packOf(folder);
  const site = await hostSite();
  for (const [name, text] of pack) site.files.set(`/content/${name}`, text);
  const close = async () => {
    remove();
    await site.close();
  };
  return { site, pack, close };
}

/** Writes a translation of every message that says only which language it is in. @param {string} file @param {string} lang */
function translate(file, lang) {
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/<source>([\s\S]*?)<\/source>/g, `$&<target>[${lang}] $1</target>`),
  );
}
