import { readFileSync } from 'node:fs';
import { act } from './actions.js';
import { check } from './check.js';
import { runInPage } from './checks/in-page.js';
import { checkOpeners } from './checks/openers.js';
import { loadEngines } from './engines/engines.js';
import { inject } from './inject.js';
import { openPage, plainError, whenSettled } from './open.js';
import { photographer } from './pictures.js';
import { ownFinding } from './rules.js';
import { openStory, prepareStories } from './story-page.js';
import { contextOf, nameOfView } from './views.js';

/** @typedef {import('./findings.js').Finding} Finding */
/** @typedef {import('./views.js').View} View */

/**
 * @typedef {object} PageToAudit
 * @property {string} address
 * @property {string} [name] in place of the address, where that changes with each run
 * @property {readonly import('./actions.js').Action[]} [actions] before anything is looked at
 * @property {readonly { name: string, actions: readonly import('./actions.js').Action[] }[]} [states] looked at beside the first
 * @property {string} [waitFor] a selector
 * @property {{ id: string, tags: string[], base: string, globals?: string }} [story] of a Storybook
 */
/**
 * @typedef {object} Options
 * @property {readonly PageToAudit[]} pages
 * @property {readonly View[]} views
 * @property {readonly import('./engines/engines.js').Engine[]} [engines] axe-core unless said otherwise
 * @property {number} timeout for each page and action, in milliseconds
 * @property {number} [atOnce] pages looked at at the same time
 * @property {boolean} [isThorough] false leaves out what takes pictures, types and presses
 * @property {string} [scope] a CSS selector
 * @property {string} [waitFor] a selector
 * @property {readonly string[]} [onlyRules]
 * @property {readonly string[]} [skipRules]
 * @property {Record<string, string>} [headers]
 * @property {import('playwright-core').Cookie[] | { name: string, value: string, url?: string, domain?: string, path?: string }[]} [cookies]
 * @property {string} [storageState] a file that Playwright wrote
 * @property {(page: import('playwright-core').Page, job: { story: { id: string }, view: View }) => Promise<Finding[]>} [also]
 *   looks at a story before anything is pressed
 * @property {(done: number, all: number, result: Result) => void} [onResult]
 */
/**
 * One state of one page in one view.
 *
 * @typedef {object} Result
 * @property {string} place the page and its state: address or id of a story
 * @property {string} address where it is, for a person to open
 * @property {string} [state] name of a state from the configuration
 * @property {string} view such as 'dark 320'
 * @property {'audited' | 'not audited'} status
 * @property {string} [reason] why it was not audited
 * @property {Finding[]} findings
 * @property {string[]} passed rules of the engines
 * @property {string[]} inapplicable rules of the engines
 * @property {number} seconds
 */
/**
 * @typedef {object} Run
 * @property {Result[]} results
 * @property {string} started ISO 8601
 * @property {number} seconds
 * @property {string} version of lucka-audit
 * @property {readonly import('./engines/engines.js').EngineFacts[]} engines
 * @property {string} browser such as 'Chromium 150.0.1'
 */

/** @returns {string} of this package */
export const ownVersion = () =>
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')).version;

/**
 * Audits each state of each page in each view. A view that fails is told as not audited; the others go on.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {Options} options
 * @returns {Promise<Run>}
 */
export async function runAudit(browser, options) {
  const began = Date.now();
  const engines = options.engines ?? (await loadEngines(['axe']));
  const jobs = options.views.flatMap((view, at) =>
    options.pages.flatMap((page) =>
      [undefined, ...(page.states ?? [])].map((state) => ({
        page,
        view,
        state,
        isFirst: at === 0,
      })),
    ),
  );
  const waiting = [...jobs];
  /** @type {Map<string, Result>} */
  const done = new Map();
  const keyOf = (/** @type {typeof jobs[number]} */ { page, view, state }) =>
    [page.story?.id ?? page.address, state?.name ?? '', nameOfView(view)].join('\n');
  const shared = { pictured: new Set(), known: new Map() };
  const work = async () => {
    /** Stories are opened in one page a view, since a page costs more than a story. @type {Map<View, import('playwright-core').Page>} */
    const reused = new Map();
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const result = await auditOne(browser, { ...options, engines }, job, shared, reused);
      done.set(keyOf(job), result);
      options.onResult?.(done.size, jobs.length, result);
    }
    for (const page of reused.values()) await page.context().close();
  };
  await Promise.all(Array.from({ length: options.atOnce ?? 2 }, work));
  const results = jobs.flatMap((job) => done.get(keyOf(job)) ?? []);
  return {
    results,
    started: new Date(began).toISOString(),
    seconds: Math.round((Date.now() - began) / 100) / 10,
    version: ownVersion(),
    engines,
    browser: `${browser.browserType().name() === 'chromium' ? 'Chromium' : browser.browserType().name()} ${browser.version()}`,
  };
}

/** What controls look like is looked at once in the same colours and width. @param {Map<string, Set<string>>} known @param {string} view */
function knownIn(known, view) {
  const seen = known.get(view) ?? new Set();
  known.set(view, seen);
  return seen;
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {Options & { engines: readonly import('./engines/engines.js').Engine[] }} options
 * @param {{ page: PageToAudit, view: View, state: { name: string, actions: readonly import('./actions.js').Action[] } | undefined, isFirst: boolean }} job
 * @param {{ pictured: Set<string>, known: Map<string, Set<string>> }} shared
 * @param {Map<View, import('playwright-core').Page>} reused
 * @returns {Promise<Result>}
 */
async function auditOne(browser, options, job, shared, reused) {
  const { page: target, view, state, isFirst } = job;
  const { story } = target;
  const began = Date.now();
  const place = (story?.id ?? target.name ?? target.address) + (state ? ` (${state.name})` : '');
  const isThorough = options.isThorough ?? true;
  /** @type {Result} */
  const result = {
    ...{ place, address: target.address, ...(state && { state: state.name }) },
    ...{ view: nameOfView(view), status: 'audited', findings: [] },
    ...{ passed: [], inapplicable: [], seconds: 0 },
  };
  /** @type {import('playwright-core').Page | undefined} */
  let page;
  try {
    page = (story && reused.get(view)) ?? (await newPage(browser, options, target, view));
    if (story) reused.set(view, page);
    const open = async () => {
      if (!page) return [];
      if (story) return openStory(page, story, view);
      const notes = await openPage(page, target.address, {
        timeout: options.timeout,
        ...((target.waitFor ?? options.waitFor) && { waitFor: target.waitFor ?? options.waitFor }),
      });
      const actions = [...(target.actions ?? []), ...(state?.actions ?? [])];
      await act(page, actions, options.timeout);
      if (actions.length) notes.push(...(await whenSettled(page)));
      return notes;
    };
    const notes = await open();
    if (story && options.also) notes.push(...(await options.also(page, { story, view })));
    const checkOptions = {
      ...{ place, isThorough, isForced: view.scheme === 'forced', pictured: shared.pictured },
      engines: options.engines,
      ...{ scope: story ? '#storybook-root' : (options.scope ?? '') },
      ...(options.onlyRules && { onlyRules: options.onlyRules }),
      skipRules: options.skipRules ?? [],
      known: knownIn(shared.known, `${story ? 'stories' : place} ${nameOfView(view)}`),
    };
    const looked = await check(page, checkOptions);
    Object.assign(result, looked, { findings: [...notes, ...looked.findings] });
    if (isThorough && isFirst && !story && !options.onlyRules)
      result.findings.push(...(await lookBehindButtons(page, open, checkOptions, result)));
  } catch (error) {
    result.status = 'not audited';
    result.reason = plainError(error, target.address, options.timeout);
    if (story) reused.delete(view);
  } finally {
    if (!story || result.status === 'not audited') await page?.context().close();
  }
  result.seconds = Math.round((Date.now() - began) / 100) / 10;
  return result;
}

/**
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<Finding[]>} open opens it anew
 * @param {Parameters<typeof check>[1]} checkOptions
 * @param {Result} result what was found before anything was pressed
 * @returns {Promise<Finding[]>}
 */
async function lookBehindButtons(page, open, checkOptions, result) {
  const { place, scope = '', pictured = new Set(), skipRules = [] } = checkOptions;
  await open();
  await inject(page, scope);
  const withPictures = photographer(page, place, pictured);
  const before = new Set(result.findings.map(({ rule, target }) => rule + target?.path.join()));
  const { findings, pressed, opened } = await checkOpeners(page, async () =>
    withPictures(await runInPage(page, 'dialogs', 'dialog-name')),
  );
  const note = ownFinding('states', {
    message: opened
      ? `besides the first state, ${opened} dialogs were looked at that ${pressed} buttons open; no other state`
      : 'only the first state was looked at: nothing that opens, changes or goes wrong later',
  });
  return [
    ...findings.filter(({ rule, target }) => !before.has(rule + target?.path.join())),
    note,
  ].filter(({ rule }) => !skipRules.includes(rule));
}

/** @param {import('playwright-core').Browser} browser @param {Options} options @param {PageToAudit} target @param {View} view */
async function newPage(browser, options, { address, story }, view) {
  const context = await browser.newContext({
    ...contextOf(story ? { ...view, locale: 'sv-SE' } : view),
    ...(story && { timezoneId: 'Europe/Stockholm' }),
    ...(options.headers && { extraHTTPHeaders: options.headers }),
    ...(options.storageState && { storageState: options.storageState }),
  });
  if (options.cookies?.length)
    await context.addCookies(
      options.cookies.map((cookie) =>
        'domain' in cookie || 'url' in cookie ? cookie : { ...cookie, url: address },
      ),
    );
  if (story) await prepareStories(context);
  const page = await context.newPage();
  // Whoever asks before a page is left is answered.
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  return page;
}
