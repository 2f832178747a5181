import { join } from 'node:path';
import { importTs } from '../import-ts.js';
import { readUtf8 } from '../cli/read-utf8.js';

/** Published content must be readable by the parser in the page, within its limits. */

const compiler = importTs('src/content/compile.ts');

/** @param {import('./read.js').SourceDocument} document @param {string} folder @param {import('./read.js').Report} report */
export async function checkCompiles({ file }, folder, report) {
  try {
    const { compileDocument } = await compiler;
    const { plain } = await compileDocument(readUtf8(join(folder, file)));
    if (plain) report(file, 1, 'passes a limit of the reader: people would see it as plain text');
  } catch (error) {
    const { message, line = 1 } = /** @type {Error & { line?: number }} */ (error);
    report(file, line, message);
  }
}
