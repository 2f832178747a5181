/**
 * Holds back every request of a page until `release()`: requests that are released together are one round trip, independent of
 * the speed of network and processor. They are held in the browser and not in the server, since a browser opens only six
 * connections to a server.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} base address of the page itself, whose request is not held
 */
export async function holdRequests(page, base) {
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
      const all = waiting;
      waiting = [];
      trip++;
      for (const route of all)
        released.push({ path: new URL(route.request().url()).pathname, trip });
      await Promise.all(all.map((route) => route.continue()));
      return all.length;
    },
  };
}
