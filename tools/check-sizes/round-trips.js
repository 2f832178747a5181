/**
 * Holds back every request of a page until `release()`: requests that are released together are one round trip, independent of
 * the speed of network and processor. They are held in the browser and not in the server, since a browser opens only six
 * connections to a server.
 *
 * Data is counted apart, so it is released before the code that is requested beside it: a trip of code is then always one that
 * only code needs, and never the time of a response in which other code arrives that nothing waits for.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} base address of the page itself, whose request is not held
 * @param {(path: string) => boolean} isData whether this is a response of the page's own server
 */
export async function holdRequests(page, base, isData) {
  /** @type {import('playwright-core').Route[]} */
  let waiting = [];
  /** @type {{ path: string, trip: number }[]} */
  const released = [];
  let trip = 0;
  await page.route('**/*', async (route) => {
    if (route.request().url() === `${base}/`) await route.continue();
    else waiting.push(route);
  });
  return {
    /** Each released request, with its round trip after the HTML, from 1. */
    released,
    /** Number of requests. */
    get asked() {
      return released.length + waiting.length;
    },
    /** @returns {Promise<number>} number of released requests */
    async release() {
      const data = waiting.filter((route) => isData(pathOf(route)));
      const next = data.length ? data : waiting;
      waiting = waiting.filter((route) => !next.includes(route));
      trip++;
      for (const route of next) released.push({ path: pathOf(route), trip });
      await Promise.all(next.map((route) => route.continue()));
      return next.length;
    },
  };
}

/** @param {import('playwright-core').Route} route */
const pathOf = (route) => new URL(route.request().url()).pathname;
