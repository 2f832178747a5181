/**
 * Holds back every request of a page until `release()`: what is released together is one round trip, however long the network
 * or the processor takes. It is held in the browser and not in the server, since a browser opens only six connections to one.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} base where the page itself is: that request is not held
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
    /** Each request that was let go, with its round trip after the HTML, from 1. */
    released,
    /** How many requests there were. */
    get asked() {
      return released.length + waiting.length;
    },
    /** @returns {Promise<number>} how many were let go */
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
