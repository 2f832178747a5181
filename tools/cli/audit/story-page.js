import { ownFinding } from './rules.js';

/**
 * An entry of Storybook's index.json, and where that Storybook is. globals: how the story is told language and colours, with
 * {locale} and {scheme}.
 *
 * @typedef {{ id: string, tags: string[], base: string, globals?: string }} Story
 */

/** How long a story may take, in milliseconds. */
const PATIENCE = 20_000;

/** @param {import('playwright-core').BrowserContext} context in which stories will be opened, each with nothing stored */
export async function prepareStories(context) {
  await context.addInitScript(forget);
  await context.addInitScript(watchStory);
}

/**
 * Opens one story by its own address, and waits until its play function is done and its content has come.
 *
 * @param {import('playwright-core').Page} page of a context that was prepared
 * @param {Story} story
 * @param {import('./views.js').View} view
 * @returns {Promise<import('./findings.js').Finding[]>} what is wrong with it
 */
export async function openStory(page, story, { locale, scheme }) {
  const { base, id, globals = 'locale:{locale};scheme:{scheme}' } = story;
  /** @type {import('./findings.js').Finding[]} */
  const findings = [];
  const onError = (/** @type {Error} */ error) =>
    void findings.push(ownFinding('page-error', { message: error.message }));
  // Not by routing, which would switch the cache off.
  const onRequest = (/** @type {import('playwright-core').Request} */ request) => {
    const url = request.url();
    if (!/^(?:data|blob|about):/.test(url) && !url.startsWith(base))
      findings.push(ownFinding('other-host', { message: url }));
  };
  // Until the next story is opened.
  page.removeAllListeners('pageerror').removeAllListeners('request');
  page.on('pageerror', onError).on('request', onRequest);
  const chosen = globals
    .replace('{locale}', locale ?? 'en')
    .replace('{scheme}', scheme === 'dark' ? 'dark' : 'light');
  await page.goto(`${base}/iframe.html?id=${id}&viewMode=story&globals=${chosen}`);
  for (const message of await whenReady(page, story))
    findings.push(ownFinding('story', { message }));
  return findings;
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
