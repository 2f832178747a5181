import { existsSync } from 'node:fs';
import { launchBrowser } from './cli/audit/browser.js';
import { findPages } from './cli/audit/sources.js';
import { openStory, prepareStories } from './cli/audit/story-page.js';
import { contextOf, nameOfView } from './cli/audit/views.js';
import { isMain } from './is-main.js';

/**
 * Opens every story of the elements with the content pack of another agency, in the built Storybook: it must be drawn, without an error,
 * and nothing may name the agency of the built-in content. `--quick`, for `.ci/run`: each element's Default. `--story=` selects.
 */

/** @typedef {import('./cli/audit/story-page.js').Story} Story */
/** @typedef {import('./cli/audit/views.js').View} View */

const GLOBALS = 'agency:fordon;locale:{locale};scheme:{scheme}';

/** How the built-in content names its agency. */
const OTHER_AGENCY = /migrationsverk|migration agency/i;

/** Stories of a flow that cannot be read: the console names its mistakes. */
const SHOWS_MISTAKES = /^elements-document-wizard--cannot-be-shown/;

/** A hint about identity documents, which is optional: this agency has none. */
const NOT_IN_CONTENT = /^elements-message-composer--about-documents/;

/**
 * @param {import('playwright-core').Browser} browser
 * @param {readonly { story: Story, view: View }[]} jobs
 * @param {number} [atOnce] stories opened at the same time
 * @returns {Promise<{ place: string, faults: string[] }[]>} of each job
 */
export async function checkStories(browser, jobs, atOnce = 3) {
  const waiting = jobs.map((job) => ({
    ...job,
    place: `${job.story.id} (${nameOfView(job.view)})`,
  }));
  /** @type {Map<string, string[]>} */
  const faultsOf = new Map();
  const work = async () => {
    const context = await browser.newContext({
      ...contextOf({ scheme: 'light', width: 1280, locale: 'sv-SE' }),
      timezoneId: 'Europe/Stockholm',
    });
    await prepareStories(context);
    const page = await context.newPage();
    page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
    for (let job = waiting.shift(); job; job = waiting.shift())
      faultsOf.set(job.place, await faultsIn(page, job));
    await context.close();
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return [...faultsOf]
    .map(([place, faults]) => ({ place, faults }))
    .sort((one, other) => one.place.localeCompare(other.place));
}

/** @param {import('playwright-core').Page} page @param {{ story: Story, view: View }} job @returns {Promise<string[]>} */
async function faultsIn(page, { story, view }) {
  /** @type {string[]} */
  const faults = [];
  const onConsole = (/** @type {import('playwright-core').ConsoleMessage} */ message) => {
    const text = message.text();
    const isExpected = SHOWS_MISTAKES.test(story.id) && text.startsWith('[lucka]');
    if (message.type() === 'error' && !isExpected) faults.push(`console: ${text}`);
  };
  page.on('console', onConsole);
  try {
    const findings = await openStory(page, { ...story, globals: GLOBALS }, view);
    faults.push(...findings.map(({ rule, message }) => `${rule}: ${message}`));
    const named = (await page.evaluate(wordsOnPage)).filter((words) => OTHER_AGENCY.test(words));
    faults.push(...named.map((words) => `names another agency: ${words}`));
  } catch (error) {
    faults.push(`not opened: ${/** @type {Error} */ (error).message}`);
  }
  page.off('console', onConsole);
  return faults;
}

/** Every text of the page and every attribute that people read, hear or follow, shadow roots included. @returns {string[]} */
function wordsOnPage() {
  const ATTRIBUTES = ['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'href'];
  /** @type {(root: ParentNode) => Element[]} */
  const all = (root) =>
    [...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot ? [element, ...all(element.shadowRoot)] : [element],
    );
  return all(document.querySelector('#storybook-root') ?? document.body).flatMap((element) => [
    ...(element.matches('style, script')
      ? []
      : [...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])].flatMap((node) =>
          node.nodeType === Node.TEXT_NODE && node.textContent?.trim()
            ? node.textContent.trim()
            : [],
        )),
    ...ATTRIBUTES.flatMap((name) => element.getAttribute(name) ?? []),
  ]);
}

async function main() {
  const FOLDER = 'storybook-static';
  if (!existsSync(`${FOLDER}/fordon/pack.json`))
    throw new Error('Build the Storybook first: npm run build:storybook.');
  const isQuick = process.argv.includes('--quick');
  const only = process.argv.find((word) => word.startsWith('--story='))?.slice(8) ?? '';
  const source = await findPages({ pages: [], actions: [], storybook: { source: FOLDER } });
  const stories = source.pages.flatMap(({ story }) =>
    story?.id.startsWith('elements-') && story.id.includes(only) && !NOT_IN_CONTENT.test(story.id)
      ? [story]
      : [],
  );
  const jobs = stories.flatMap((story) => {
    const isDefault = story.id.endsWith('--default');
    if (isQuick && !isDefault) return [];
    // `nb` is a language that only the content pack has.
    const locales = isDefault ? ['en', 'sv', 'nb'] : ['en', 'sv'];
    return locales.map((locale) => ({
      story,
      view: { locale, scheme: /** @type {const} */ ('light'), width: 1280 },
    }));
  });
  const began = Date.now();
  const browser = await launchBrowser();
  const results = await checkStories(browser, jobs);
  await browser.close();
  source.close();
  const failed = results.filter(({ faults }) => faults.length);
  for (const { place, faults } of failed)
    for (const fault of faults) console.error(`${place}: ${fault}`);
  console.log(`${stories.length} stories, ${((Date.now() - began) / 1000).toFixed(0)} s`);
  console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length || !results.length ? 1 : 0;
}

if (isMain(import.meta.url)) await main();
