import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { csvOf, junitOf, markdownOf } from './reports/ci.js';
import { earlOf } from './reports/earl.js';
import { en301549Of } from './reports/en-301-549.js';
import { jsonOf } from './reports/json.js';
import { openAcrOf } from './reports/openacr.js';
import { sarifOf } from './reports/sarif.js';
import { statementOf } from './reports/statement.js';

/** @typedef {'junit' | 'markdown' | 'csv'} Extra */

/**
 * Writes all reports into a folder, in place of those of a run before.
 *
 * @param {string} folder
 * @param {import('./summary.js').Summary} summary
 * @param {readonly Extra[]} [extras]
 */
export async function writeReports(folder, summary, extras = []) {
  const { htmlOf } = await import('./reports/html.js').catch((error) => {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error('The report page needs: npm install --save-dev @lit-labs/ssr');
  });
  mkdirSync(folder, { recursive: true });
  const pictures = join(folder, 'pictures');
  rmSync(pictures, { recursive: true, force: true });
  // As an earlier version named them.
  for (const name of readdirSync(folder)) if (/^\d+\.png$/.test(name)) rmSync(join(folder, name));
  const { failures, advice, ignored, known } = summary;
  for (const { id, picture } of [...failures, ...advice, ...ignored, ...known]) {
    if (!picture) continue;
    mkdirSync(pictures, { recursive: true });
    writeFileSync(join(pictures, `${id}.png`), picture.data);
  }
  const write = (/** @type {string} */ name, /** @type {string} */ text) =>
    writeFileSync(join(folder, name), text);
  const json = (/** @type {unknown} */ data) => `${JSON.stringify(data, null, 1)}\n`;
  write('results.json', json(jsonOf(summary)));
  for (const name of ['results.schema.json', 'report.css'])
    copyFileSync(fileURLToPath(new URL(name, import.meta.url)), join(folder, name));
  write('earl.json', json(earlOf(summary)));
  write('results.sarif', json(sarifOf(summary)));
  write('index.html', await htmlOf(summary));
  write('openacr.yaml', openAcrOf(summary));
  write('en-301-549.md', en301549Of(summary));
  write('accessibility-statement.sv.md', statementOf('sv', summary));
  write('accessibility-statement.en.md', statementOf('en', summary));
  if (extras.includes('junit')) write('junit.xml', await junitOf(summary));
  if (extras.includes('markdown')) write('summary.md', markdownOf(summary));
  if (extras.includes('csv')) write('findings.csv', csvOf(summary));
}
