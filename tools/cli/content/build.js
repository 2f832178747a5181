import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes the files of a pack. Those of earlier builds stay: a page that was opened before still asks for them. Their names hold a digest,
 * so none of them is ever overwritten with another text.
 *
 * @param {ReadonlyMap<string, string>} files
 * @param {string} out folder
 */
export function writePack(files, out) {
  for (const [name, text] of files) {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    // The index is the last of them: a page must not be told of a file that is not there yet.
    writeFileSync(join(out, name), text);
  }
}
