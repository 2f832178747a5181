import { existsSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { ALL, nameOf, QUICK } from './audit/cells.js';
import { auditStory } from './audit/story-page.js';
import { serveFolder } from './audit/static-server.js';
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
const cells = process.argv.includes('--quick') ? QUICK : ALL;

const server = await serveFolder(FOLDER);
const browser = await chromium.launch({ executablePath: findChrome(), args: chromeArguments });
const jobs = stories.flatMap((story) => cells.map((cell) => ({ story, cell })));
const total = { passed: 0, failed: 0 };

/** Two at a time: as many as a small machine has cores. */
async function work() {
  for (let job = jobs.shift(); job; job = jobs.shift()) {
    const problems = await auditStory(browser, server.base, job.story, job.cell);
    if (problems.length) total.failed++;
    else total.passed++;
    for (const problem of problems)
      console.error(`${job.story.id} (${nameOf(job.cell)}): ${problem}`);
  }
}
await Promise.all([work(), work()]);

await browser.close();
server.close();
console.log(`${stories.length} stories in ${cells.length} cells`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed || !stories.length ? 1 : 0;
