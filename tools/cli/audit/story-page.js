import { nameOf } from './cells.js';
import { check } from './check.js';
import { pictureOf } from './report.js';

/** @typedef {{ id: string, tags: string[] }} Story an entry of Storybook's index.json */

/** How long a story may take, in milliseconds. */
const PATIENCE = 20_000;

/**
 * A page for one cell. Stories are opened in it one after the other, since a page costs more than a story; each begins with
 * nothing stored.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {import('./cells.js').Cell} cell
 * @returns {Promise<import('playwright-core').Page>}
 */
export async function pageFor(browser, { scheme, width }) {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
    forcedColors: scheme === 'forced' ? 'active' : 'none',
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(forget);
  await context.addInitScript(watchStory);
  const page = await context.newPage();
  // What was typed into the story before holds nobody back.
  page.on('dialog', (dialog) => void dialog.accept());
  return page;
}

/**
 * One story in one cell, opened by its own address.
 *
 * @param {import('playwright-core').Page} page for this cell
 * @param {string} base
 * @param {Story} story
 * @param {import('./cells.js').Cell} cell
 * @param {object} options
 * @param {Set<string>} [options.known] controls whose focus was looked at already in this cell
 * @param {boolean} options.isQuick leaves out what takes pictures and what types
 * @param {((page: import('playwright-core').Page) => Promise<import('./check.js').Finding[]>) | undefined} [options.also]
 *   looks at the story before anything is pressed
 * @returns {Promise<import('./report.js').Result>} what is wrong with it
 */
export async function auditStory(page, base, story, cell, { isQuick, also, known }) {
  const { locale, scheme } = cell;
  /** @type {import('./check.js').Finding[]} */
  const findings = [];
  const tell = (/** @type {string} */ rule, /** @type {string} */ message) =>
    void findings.push({ rule, wcag: '', message });
  const onError = (/** @type {Error} */ error) => tell('error', error.message);
  // Not by routing, which would switch the cache off.
  const onRequest = (/** @type {import('playwright-core').Request} */ request) => {
    const url = request.url();
    if (!/^(?:data|blob|about):/.test(url) && !url.startsWith(base)) tell('other-host', url);
  };
  page.on('pageerror', onError).on('request', onRequest);
  const address = `/iframe.html?id=${story.id}&viewMode=story`;
  try {
    const globals = `locale:${locale};scheme:${scheme === 'dark' ? 'dark' : 'light'}`;
    await page.goto(`${base}${address}&globals=${globals}`);
    for (const message of await whenReady(page, story)) tell('story', message);
    if (also) findings.push(...(await also(page)));
    findings.push(...(await check(page, { isThorough: !isQuick, ...(known && { known }) })));
  } catch (error) {
    tell('error', /** @type {Error} */ (error).message.split('\n')[0] ?? '');
  }
  const picture = findings.length && !isQuick ? await pictureOf(page) : undefined;
  page.off('pageerror', onError).off('request', onRequest);
  return { place: story.id, address, cell: nameOf(cell), findings, picture };
}

/** @param {import('playwright-core').Page} page @param {Story} story @returns {Promise<string[]>} */
async function whenReady(page, { tags }) {
  const status = await page.evaluate(storyStatus, PATIENCE);
  if (status !== 'success') return [`story: ${status}`];
  // An audit of an element whose content has not come is green: wait for words, and for the end of loading.
  const isBusy = tags.includes('busy');
  const settled = page.waitForFunction(hasSettled, isBusy, { timeout: PATIENCE, polling: 50 });
  return settled.then(
    () => [],
    () => ['empty: no content came'],
  );
}

// ---- what runs in the page

function forget() {
  if (window !== window.top) return;
  localStorage.clear();
  sessionStorage.clear();
}

/** Storybook tells the end of a story through its channel. */
function watchStory() {
  /** @type {any} */
  let channel;
  /** @type {any} */ (window).storyEnd = new Promise((resolve) => {
    Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
      configurable: true,
      get: () => channel,
      set(value) {
        channel = value;
        channel.on('storyFinished', (/** @type {any} */ { status }) => resolve(status));
        for (const type of [
          'storyErrored',
          'storyThrewException',
          'playFunctionThrewException',
          'storyMissing',
        ]) {
          channel.on(type, (/** @type {any} */ error) =>
            resolve(`${type} ${error?.message ?? error ?? ''}`),
          );
        }
      },
    });
  });
}

/** @param {number} patience @returns {Promise<string>} */
function storyStatus(patience) {
  const late = new Promise((resolve) => setTimeout(() => resolve('does not finish'), patience));
  return Promise.race([/** @type {any} */ (window).storyEnd, late]);
}

/** @param {boolean} isBusy is loading the state that the story shows? */
function hasSettled(isBusy) {
  /** @type {(root: ParentNode) => Element[]} */
  const all = (root) =>
    [...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot ? [element, ...all(element.shadowRoot)] : [element],
    );
  const elements = all(document.querySelector('#storybook-root') ?? document.body);
  const ours = elements.filter(({ localName }) => localName.includes('-'));
  const words = elements
    .filter(
      // The heading of the page says nothing of the story.
      (element) =>
        element.checkVisibility() && !['STYLE', 'SCRIPT', 'H1'].includes(element.tagName),
    )
    .flatMap((element) =>
      [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE),
    )
    .map((node) => node.textContent?.trim() ?? '')
    .join(' ');
  const isLoading = elements.some((element) => element.getAttribute('aria-busy') === 'true');
  return (
    ours.every((element) => element.matches(':defined')) &&
    words.trim().length > 10 &&
    isLoading === isBusy
  );
}
