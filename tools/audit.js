import { existsSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { ALL, nameOf, QUICK } from './cli/audit/cells.js';
import { auditStory, contextFor } from './cli/audit/story-page.js';
import { serveFolder } from './cli/audit/static-server.js';
import { chromeArguments, findChrome } from './browsers/chrome.js';

/**
 * `npm run audit`: axe-core on every story of the built Storybook, in every cell (language, light or dark, width);
 * with `--quick`, in two cells. Fails on a violation, on an error of the page, on a story that stays empty, and on a
 * request to another host.
 */

const FOLDER = 'storybook-static';
if (!existsSync(`${FOLDER}/index.json`))
  throw new Error('Build the Storybook first: npm run build:storybook.');

/** @type {{ entries: Record<string, { type: string, id: string, tags: string[] }> }} */
const { entries } = JSON.parse(readFileSync(`${FOLDER}/index.json`, 'utf8'));
const only = process.argv.find((word) => word.startsWith('--story='))?.slice(8) ?? '';
const stories = Object.values(entries).filter(
  ({ type, id }) => type === 'story' && id.includes(only),
);
const isQuick = process.argv.includes('--quick');
const wantedCell = process.argv.find((word) => word.startsWith('--cell='))?.slice(7);
const cells = (isQuick ? QUICK : ALL).filter((cell) => !wantedCell || nameOf(cell) === wantedCell);

const server = await serveFolder(FOLDER);
const browser = await chromium.launch({ executablePath: findChrome(), args: chromeArguments });
const jobs = cells.flatMap((cell) => stories.map((story) => ({ story, cell })));
const total = { passed: 0, failed: 0 };

/** Three at a time: a small machine has two cores, and stories wait for pauses. */
async function work() {
  /** @type {Map<import('./cli/audit/cells.js').Cell, import('playwright-core').BrowserContext>} */
  const contexts = new Map();
  for (let job = jobs.shift(); job; job = jobs.shift()) {
    const context = contexts.get(job.cell) ?? (await contextFor(browser, job.cell));
    contexts.set(job.cell, context);
    const problems = await auditStory(context, server.base, job.story, job.cell, isQuick);
    if (problems.length) total.failed++;
    else total.passed++;
    for (const problem of problems)
      console.error(`${job.story.id} (${nameOf(job.cell)}): ${problem}`);
  }
}
await Promise.all([work(), work(), work()]);

await browser.close();
server.close();
console.log(`${stories.length} stories in ${cells.length} cells`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed || !stories.length ? 1 : 0;
