import { existsSync } from 'node:fs';
import { launchBrowser } from './cli/audit/browser.js';
import { findPages } from './cli/audit/sources.js';
import { runAudit } from './cli/audit/run.js';
import { allFailures, lineOf, summarise } from './cli/audit/summary.js';
import { nameOfView } from './cli/audit/views.js';
import { writeReports } from './cli/audit/write.js';
import { ALL, QUICK } from './cli/audit/cells.js';
import { compareTree } from './accessibility-trees.js';
import { knownIssues } from './known-issues.js';

/**
 * `npm run audit`: lucka-audit with the built Storybook as its source. Every story in every cell (language, colours, width), with
 * all checks; reports in audit-report/. `--quick`, for `.ci/run`: every story in two cells, each element's Default in all, without
 * the checks that take pictures or type. `--story=` and `--cell=` select. Fails on a failure or a piece of advice, on an error of the
 * page, on a story that stays empty, and on a request to another host.
 */

const FOLDER = 'storybook-static';
/** The cell in which accessibility trees are compared. */
const TREES = 'en light 1280';
/** Level AAA, for which we do not claim conformance. */
const SKIPPED = ['axe color-contrast-enhanced', 'axe identical-links-same-purpose'];
if (!existsSync(`${FOLDER}/index.json`))
  throw new Error('Build the Storybook first: npm run build:storybook.');

const only = process.argv.find((word) => word.startsWith('--story='))?.slice(8) ?? '';
const isQuick = process.argv.includes('--quick');
const isUpdate = process.argv.includes('--update-trees');
const wantedCell = process.argv.find((word) => word.startsWith('--cell='))?.slice(7);
const cells = ALL.filter((cell) => !wantedCell || nameOfView(cell) === wantedCell);
const quickNames = QUICK.map(nameOfView);

const source = await findPages({ pages: [], actions: [], storybook: { source: FOLDER } });
const stories = source.pages.filter(({ story }) => story?.id.includes(only));
const browser = await launchBrowser();

const options = {
  ...{ timeout: 60_000, isThorough: !isQuick, skipRules: SKIPPED },
  // Three at a time: a small machine has two cores, and stories wait for pauses.
  atOnce: 3,
  also: (
    /** @type {import('playwright-core').Page} */ page,
    /** @type {{ story: { id: string }, view: import('./cli/audit/views.js').View }} */ job,
  ) =>
    nameOfView(job.view) === TREES && job.story.id.startsWith('elements-')
      ? compareTree(page, job.story.id, isUpdate)
      : Promise.resolve([]),
  onResult: (
    /** @type {number} */ done,
    /** @type {number} */ all,
    /** @type {import('./cli/audit/run.js').Result} */ result,
  ) => {
    if (result.reason) console.error(`${result.place} (${result.view}): ${result.reason}`);
    if (done % 250 === 0) console.error(`${done} of ${all} looks`);
  },
};
const isInAll = (/** @type {import('./cli/audit/run.js').PageToAudit} */ { story }) =>
  !isQuick || story?.id.endsWith('--default');
const isInQuick = (/** @type {import('./cli/audit/views.js').View} */ cell) =>
  !isQuick || quickNames.includes(nameOfView(cell));
const first = await runAudit(browser, {
  ...options,
  ...{ pages: stories, views: cells.filter(isInQuick) },
});
const rest = cells.filter((cell) => !isInQuick(cell));
const second = rest.length
  ? await runAudit(browser, { ...options, pages: stories.filter(isInAll), views: rest })
  : undefined;
await browser.close();
source.close();

const run = {
  ...first,
  results: [...first.results, ...(second?.results ?? [])],
  seconds: first.seconds + (second?.seconds ?? 0),
};
const about = {
  ...{ subject: 'Lucka', date: new Date().toISOString().slice(0, 10) },
  ...{ organisation: 'Lucka', issues: knownIssues },
};
const summary = summarise(run, about);
for (const group of [...summary.failures, ...summary.advice]) console.error(lineOf(group));
if (!isQuick) await writeReports('audit-report', summary);
const isWrong = (/** @type {import('./cli/audit/run.js').Result} */ { status, findings }) =>
  status === 'not audited' || findings.some(({ kind }) => kind !== 'undecided');
const failed = run.results.filter(isWrong).length;
console.log(`${stories.length} stories, ${run.results.length} times looked at`);
console.log(
  `${allFailures(summary).length} failures, ${summary.advice.length} pieces of advice, ${summary.undecided.length} to decide`,
);
console.log(`${run.seconds.toFixed(0)} s${isQuick ? '' : '; audit-report/index.html'}`);
console.log(`${run.results.length - failed} passed, ${failed} failed`);
process.exitCode = failed || !stories.length ? 1 : 0;
