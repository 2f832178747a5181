import { setTimeout as wait } from 'node:timers/promises';
import { countNodes, idle, isFirstViewShown, receivedFiles } from './in-page.js';
import { DATA, FIRST_VIEW, NOW } from './pages.js';
import { holdRequests } from './round-trips.js';
import { servePage } from './serve.js';

/** Milliseconds without a request after which the page has requested everything that it can at this point. */
const QUIET = 100;
/** The same when no response is pending, so that a timer of a page that seems idle is noticed. */
const QUIET_AT_END = 600;
/** What a page needs, and nothing more. */
const LOADER = '<script type="module" src="/cdn/lucka.js"></script>';
/** A page with more round trips never becomes idle: an error. */
const MOST_TRIPS = 20;

/**
 * @typedef {object} Request
 * @property {string} path
 * @property {'code' | 'data'} kind script and style of the build, or a response of the page's own server
 * @property {number} bytes of the body, compressed with brotli, quality 11
 * @property {number} trip the round trip after the HTML, from 1
 */

/**
 * The browser's requests on one page without any interaction. `firstView` is null if there is nothing to show.
 *
 * @typedef {object} Measured
 * @property {{ firstView: number | null, idle: number }} bytes of script and style, compressed
 * @property {{ firstView: number | null, idle: number }} files of script and style
 * @property {{ firstView: number | null, idle: number }} roundTrips those with script or style
 * @property {{ requests: number, bytes: number, roundTrips: number }} data responses of the page's server; round trips
 *   with nothing else
 * @property {{ nodes: number, shadowNodes: number, sameContentNodes: number }} dom once idle: see `countNodes`
 * @property {Request[]} requests in the order of their round trips and paths
 */

/**
 * @param {import('playwright-core').Browser} browser
 * @param {object} what
 * @param {import('./pages.js').Page} what.page
 * @param {string} what.lang
 * @param {string} [what.folder] the browser build
 * @param {typeof FIRST_VIEW} [what.views]
 * @param {number} [what.settling] milliseconds that it may take to receive and process what was released; 60,000 by default
 * @returns {Promise<Measured>}
 * @throws {Error} if something on the page fails, if its first view never appears, or if a file never arrives
 */
export async function measurePage(browser, what) {
  const { page: wanted, lang, folder = 'cdn', views, settling = 60_000 } = what;
  const { name, body, tags, isQuiet, scripts = LOADER } = wanted;
  const head = `<meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">${scripts}`;
  const html = `<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}</body></html>`;
  const site = await servePage({ folder, html, data: DATA, now: NOW });
  const context = await browser.newContext({ locale: lang, timezoneId: 'Europe/Stockholm' });
  try {
    const page = await context.newPage();
    /** @type {string[]} */
    const faults = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    const requests = await holdRequests(
      page,
      site.base,
      (path) => site.bodyAt(path)?.kind === 'data',
    );
    const bodyOf = (/** @type {{ path: string }} */ { path }) => site.bodyAt(path);
    const isCode = (/** @type {{ path: string }} */ request) => bodyOf(request)?.kind === 'code';

    const needed = () => requests.released.filter(isCode).length;
    /** Waits until the browser has processed everything that it has received. */
    const settle = async (quiet = QUIET) => {
      let received = -1;
      const settled = async () => {
        for (let asked = -1; asked !== requests.asked || received < needed();) {
          asked = requests.asked;
          received = await page.evaluate(receivedFiles);
          await page.evaluate(idle);
          await wait(quiet);
        }
        return true;
      };
      const over = new AbortController();
      const late = wait(settling, false, { signal: over.signal }).catch(() => false);
      const isSettled = await Promise.race([settled(), late]).finally(() => over.abort());
      if (isSettled) return;
      faults.push(
        `it was not idle after ${settling / 1000} s, with ${received} of ${needed()} files`,
      );
      throw new Error(`${name} (${lang}): ${faults.join('; ')}.`);
    };

    await page.goto(`${site.base}/`, { waitUntil: 'commit' });
    await settle();
    const view = Object.fromEntries(tags.map((tag) => [tag, (views ?? FIRST_VIEW)[tag] ?? []]));
    /** @type {number | null} */
    let firstView = null;
    for (let trip = 1; trip <= MOST_TRIPS && (await requests.release()); trip++) {
      await settle();
      if (!isQuiet && firstView === null && (await page.evaluate(isFirstViewShown, view)))
        firstView = trip;
      if (requests.asked === requests.released.length) await settle(QUIET_AT_END);
    }
    const missing = requests.released.filter((request) => !bodyOf(request));
    faults.push(...missing.map(({ path }) => `no file ${path}`));
    if (!isQuiet && firstView === null) faults.push('its first view never came');
    if (requests.asked > requests.released.length) faults.push('it never stops asking');
    if (faults.length) throw new Error(`${name} (${lang}): ${faults.join('; ')}.`);
    const answered = requests.released.map(({ path, trip }) => {
      const { kind = 'code', body: bytes } = bodyOf({ path }) ?? {};
      return { path, kind, bytes: bytes?.length ?? 0, trip };
    });
    return { ...summed(answered, firstView), dom: await page.evaluate(countNodes) };
  } finally {
    // First: a context rejects where its browser is closing, and a server that is left would keep the process.
    site.close();
    await context.close();
  }
}

/**
 * @param {readonly Request[]} answered
 * @param {number | null} firstView the round trip after which the first view is visible; null: there is none
 * @returns {Omit<Measured, 'dom'>}
 */
export function summed(answered, firstView) {
  const code = answered.filter(({ kind }) => kind === 'code');
  const data = answered.filter(({ kind }) => kind === 'data');
  const both = (/** @type {(requests: readonly Request[]) => number} */ figure) => ({
    firstView: firstView === null ? null : figure(code.filter(({ trip }) => trip <= firstView)),
    idle: figure(code),
  });
  const codeTrips = tripsOf(code);
  return {
    bytes: both(bytesOf),
    files: both((requests) => requests.length),
    roundTrips: both((requests) => tripsOf(requests).size),
    data: {
      requests: data.length,
      bytes: bytesOf(data),
      roundTrips: [...tripsOf(data)].filter((trip) => !codeTrips.has(trip)).length,
    },
    requests: [...answered].sort(
      (one, other) => one.trip - other.trip || (one.path < other.path ? -1 : 1),
    ),
  };
}

/** @param {readonly Request[]} requests */
const bytesOf = (requests) => requests.reduce((all, { bytes }) => all + bytes, 0);

/** @param {readonly Request[]} requests */
const tripsOf = (requests) => new Set(requests.map(({ trip }) => trip));
