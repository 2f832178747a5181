import { ownFinding } from './rules.js';

/** An error whose message is a sentence for people already. */
export class PlainError extends Error {}

/** How long after `load` scripts may take until their elements are there, in milliseconds. */
const READY = 8000;
/** The page is looked at once nothing has changed for so long; or after MOVING, in milliseconds. */
const QUIET = 300;
const MOVING = 3000;

/**
 * Opens a page and waits until it is there: until it has loaded, its elements are defined, none is busy, and nothing changes any
 * more. It never waits for a quiet network: pages that poll have none.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} address
 * @param {{ timeout: number, waitFor?: string }} options timeout in milliseconds
 * @returns {Promise<import('./findings.js').Finding[]>} what a person has to know about it
 * @throws {Error} with one plain sentence when the page did not come
 */
export async function openPage(page, address, { timeout, waitFor }) {
  const response = await page
    .goto(address, { waitUntil: 'domcontentloaded', timeout })
    .catch((error) => {
      throw new PlainError(plainError(error, address, timeout));
    });
  if (response && !response.ok() && response.status() !== 304)
    throw new PlainError(`${address} answered ${response.status()}.`);
  const notes = [];
  const isLoaded = await page.waitForLoadState('load', { timeout }).then(
    () => true,
    () => false,
  );
  if (!isLoaded)
    notes.push(ownFinding('load', { message: `was still loading after ${timeout / 1000} s` }));
  if (waitFor)
    await page.waitForSelector(waitFor, { timeout }).catch(() => {
      throw new PlainError(`${address}: "${waitFor}" did not appear within ${timeout / 1000} s.`);
    });
  notes.push(...(await whenSettled(page)));
  return notes;
}

/** @param {import('playwright-core').Page} page @returns {Promise<import('./findings.js').Finding[]>} */
export async function whenSettled(page) {
  const isReady = await page
    .waitForFunction(hasSettled, undefined, { timeout: READY, polling: 100 })
    .then(
      () => true,
      () => false,
    );
  const waiting = isReady ? [] : await page.evaluate(whatIsWaiting);
  await page.evaluate(quietDom, { quiet: QUIET, most: MOVING });
  return waiting.map((message) => ownFinding('load', { message }));
}

/**
 * What went wrong with the browser, as one sentence for a person.
 *
 * @param {unknown} error
 * @param {string} address
 * @param {number} timeout in milliseconds
 */
export function plainError(error, address, timeout) {
  if (error instanceof PlainError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  /** @type {[RegExp, string][]} */
  const known = [
    [/ERR_NAME_NOT_RESOLVED/, 'cannot be found: its host has no address'],
    [/ERR_CONNECTION_REFUSED/, 'refused the connection'],
    [
      /ERR_(?:CONNECTION_TIMED_OUT|TIMED_OUT)|Timeout \d+ms exceeded/,
      `did not answer within ${timeout / 1000} s`,
    ],
    [/ERR_CONNECTION_(?:RESET|CLOSED)|ERR_EMPTY_RESPONSE/, 'broke off the connection'],
    [/ERR_CERT|ERR_SSL/, 'has a certificate that the browser does not accept'],
    [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK/, 'cannot be reached: there is no network'],
    [/ERR_FILE_NOT_FOUND/, 'is a file that is not there'],
    [/ERR_UNSAFE_PORT/, 'has a port that browsers do not ask'],
    [/ERR_TOO_MANY_REDIRECTS/, 'leads in circles'],
    [/ERR_ABORTED|Download is starting/, 'is no page: the browser would save it as a file'],
    [/crashed|Target .*closed/, 'closed, or brought the browser down'],
  ];
  const [, words] = known.find(([pattern]) => pattern.test(message)) ?? [];
  // Without the browser library's colours and its log.
  const first = (message.split('\n')[0] ?? '').replaceAll(/\u001b\[[\d;]*m/g, '');
  return words ? `${address} ${words}.` : `${address}: ${first}`;
}

// ---- what runs in the page

/** @returns {boolean} */
function hasSettled() {
  /** @type {(root: ParentNode) => Element[]} */
  const all = (root) =>
    [...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot ? [element, ...all(element.shadowRoot)] : [element],
    );
  const elements = all(document);
  return !elements.some(
    (element) =>
      (element.localName.startsWith('lucka-') && !element.matches(':defined')) ||
      element.getAttribute('aria-busy') === 'true',
  );
}

/** @returns {string[]} */
function whatIsWaiting() {
  /** @type {(root: ParentNode) => Element[]} */
  const all = (root) =>
    [...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot ? [element, ...all(element.shadowRoot)] : [element],
    );
  const elements = all(document);
  const undefinedTags = elements
    .filter((element) => element.localName.startsWith('lucka-') && !element.matches(':defined'))
    .map(({ localName }) => `<${localName}> was not defined when the page was looked at`);
  const busy = elements.filter((element) => element.getAttribute('aria-busy') === 'true');
  return [
    ...new Set(undefinedTags),
    ...(busy.length ? [`${busy.length} parts were still loading (aria-busy)`] : []),
  ];
}

/** @param {{ quiet: number, most: number }} options in milliseconds @returns {Promise<void>} */
function quietDom({ quiet, most }) {
  return new Promise((resolve) => {
    let timer = setTimeout(done, quiet);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, quiet);
    });
    const watch = (/** @type {Document | ShadowRoot} */ root) => {
      observer.observe(root, { ...{ childList: true, subtree: true, characterData: true } });
      for (const element of root.querySelectorAll('*'))
        if (element.shadowRoot) watch(element.shadowRoot);
    };
    watch(document);
    setTimeout(done, most);
    function done() {
      clearTimeout(timer);
      observer.disconnect();
      resolve();
    }
  });
}
