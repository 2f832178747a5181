import { existsSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { ALL, nameOf, QUICK } from './cli/audit/cells.js';
import { writeConformance } from './cli/audit/conformance.js';
import { linesOf, writeReports } from './cli/audit/report.js';
import { auditStory, pageFor } from './cli/audit/story-page.js';
import { serveFolder } from './cli/audit/static-server.js';
import { compareTree } from './accessibility-trees.js';
import { chromeArguments, findChrome, findHeadlessShell } from './browsers/chrome.js';
import { knownIssues } from './known-issues.js';

/**
 * `npm run audit`: every story of the built Storybook in every cell (language, colours, width), with all checks; reports
 * in audit-report/. `--quick`, for `npm test`: every story in two cells, each element's Default in all, without what takes
 * pictures and what types. `--story=` and `--cell=` choose. Fails on a finding, on an error of the page, on a story that
 * stays empty, and on a request to another host.
 */

const FOLDER = 'storybook-static';
/** The cell in which accessibility trees are compared. */
const TREES = 'en light 1280';
if (!existsSync(`${FOLDER}/index.json`))
  throw new Error('Build the Storybook first: npm run build:storybook.');

/** @type {{ entries: Record<string, { type: string, id: string, tags: string[] }> }} */
const { entries } = JSON.parse(readFileSync(`${FOLDER}/index.json`, 'utf8'));
const only = process.argv.find((word) => word.startsWith('--story='))?.slice(8) ?? '';
const stories = Object.values(entries).filter(
  ({ type, id }) => type === 'story' && id.includes(only),
);
const isQuick = process.argv.includes('--quick');
const isUpdate = process.argv.includes('--update-trees');
const wantedCell = process.argv.find((word) => word.startsWith('--cell='))?.slice(7);
const cells = ALL.filter((cell) => !wantedCell || nameOf(cell) === wantedCell);
const quickNames = QUICK.map(nameOf);

const server = await serveFolder(FOLDER);
const browser = await chromium.launch({
  executablePath: findHeadlessShell() || findChrome(),
  args: chromeArguments,
});
const jobs = cells
  .flatMap((cell) => stories.map((story) => ({ story, cell })))
  .filter(
    ({ story, cell }) =>
      !isQuick || quickNames.includes(nameOf(cell)) || story.id.endsWith('--default'),
  );
/** @type {import('./cli/audit/report.js').Result[]} */
const results = [];
const count = jobs.length;
const started = Date.now();

/** The focus of controls that are alike is looked at once in a cell. @type {Map<string, Set<string>>} */
const known = new Map();
const knownIn = (/** @type {import('./cli/audit/cells.js').Cell} */ cell) => {
  const seen = known.get(nameOf(cell)) ?? new Set();
  known.set(nameOf(cell), seen);
  return seen;
};

/** Three at a time: a small machine has two cores, and stories wait for pauses. */
async function work() {
  /** @type {Map<import('./cli/audit/cells.js').Cell, import('playwright-core').Page>} */
  const pages = new Map();
  for (let job = jobs.shift(); job; job = jobs.shift()) {
    const page = pages.get(job.cell) ?? (await pageFor(browser, job.cell));
    pages.set(job.cell, page);
    const isTree = nameOf(job.cell) === TREES && job.story.id.startsWith('elements-');
    const result = await auditStory(page, server.base, job.story, job.cell, {
      isQuick,
      known: knownIn(job.cell),
      also: isTree ? () => compareTree(page, job.story.id, isUpdate) : undefined,
    });
    results.push(result);
    for (const line of linesOf(result)) console.error(line);
    if (results.length % 250 === 0) console.error(`${results.length} of ${count} looks`);
  }
}
await Promise.all([work(), work(), work()]);

await browser.close();
server.close();
console.log(`${stories.length} stories, ${results.length} times looked at`);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const date = new Date().toISOString().slice(0, 10);
if (!isQuick) {
  const about = { version, date, subject: 'Lucka' };
  writeReports('audit-report', results, about);
  writeConformance('audit-report', results, about, knownIssues);
}
const failed = results.filter(({ findings }) => findings.length).length;
console.log(
  `${((Date.now() - started) / 1000).toFixed(0)} s${isQuick ? '' : '; audit-report/index.html'}`,
);
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed || !stories.length ? 1 : 0;
