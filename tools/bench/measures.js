/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').Page} Page */

/** @param {number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** Resolves when the element is rendered. @param {Page} page @param {string} tag */
export const isDrawn = (page, tag) =>
  page.waitForFunction((name) => {
    const element = document.querySelector(name);
    const root = element?.shadowRoot?.querySelector('.root, div');
    return root && root.children.length > 0 && !root.querySelector(':scope > [aria-busy]');
  }, tag);

/**
 * Where the time goes until an element is rendered, in milliseconds: of the clock since navigation began, or of the main thread since
 * the window was opened until it was asked, shortly after.
 *
 * @typedef {object} RenderProfile
 * @property {number} drawn when the element is rendered, by the clock
 * @property {number} loaded when the last script was there that came before, by the clock
 * @property {number} script
 * @property {number} style
 * @property {number} layout
 * @property {number} rest of the main thread's work: parsing, compiling, requests, painting
 */

/** The main thread's work, in milliseconds. @param {import('playwright-core').CDPSession} session */
async function mainThread(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const all = Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000]));
  const [script = 0, style = 0, layout = 0, task = 0] = [
    all['ScriptDuration'],
    all['RecalcStyleDuration'],
    all['LayoutDuration'],
    all['TaskDuration'],
  ];
  return { script, style, layout, rest: task - script - style - layout };
}

/**
 * The time from the start of navigation until the element is rendered, with cold caches and four times CPU throttling.
 * Without a shadow root, it is rendered once it is parsed.
 *
 * @param {Browser} browser
 * @param {string} address
 * @param {string} tag
 * @returns {Promise<RenderProfile>}
 */
export async function firstRender(browser, address, tag) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await session.send('Performance.enable');
  await page.addInitScript((name) => {
    const look = () => {
      const element = document.querySelector(name);
      const root = name.includes('-') ? element?.shadowRoot?.querySelector('.root, div') : element;
      if (root && root.children.length && !root.querySelector(':scope > [aria-busy]'))
        /** @type {any} */ (window).drawnAt = performance.now();
      else requestAnimationFrame(look);
    };
    look();
  }, tag);
  await page.goto(address);
  await page.waitForFunction(() => /** @type {any} */ (window).drawnAt);
  const spent = await mainThread(session);
  const times = await page.evaluate(() => {
    const drawn = Number(/** @type {any} */ (window).drawnAt);
    const ends = performance.getEntriesByType('resource').map((entry) => {
      return /** @type {PerformanceResourceTiming} */ (entry).responseEnd;
    });
    return { drawn, loaded: Math.max(0, ...ends.filter((end) => end <= drawn)) };
  });
  await context.close();
  return { ...times, ...spent };
}

/**
 * The longest task of the main thread, in milliseconds, until a second after the element is rendered, without throttling; 0 if
 * none exceeded the 50 ms from which browsers report tasks.
 *
 * @param {Browser} browser
 * @param {string} address
 * @param {string} tag
 */
export async function longestTask(browser, address, tag) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    /** @type {any} */ (window).longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        /** @type {any} */ (window).longest = Math.max(
          /** @type {any} */ (window).longest,
          duration,
        );
    }).observe({ entryTypes: ['longtask'] });
  });
  await page.goto(address);
  await isDrawn(page, tag);
  await page.waitForTimeout(1000);
  const longest = await page.evaluate(() => /** @type {any} */ (window).longest);
  await context.close();
  return Number(longest);
}

/**
 * The cost of adding and removing an element once: processor time in milliseconds, of which script, style and layout, and leaked
 * bytes, nodes and listeners. They are those of the second `times`: what the browser keeps in the first, compiled code above all,
 * it keeps once, and it is no leak.
 *
 * @param {Browser} browser
 * @param {string} address
 * @param {string} tag
 * @param {number} times
 */
export async function comingAndGoing(browser, address, tag, times) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(address);
  await isDrawn(page, tag);
  // Rendered, laid out, removed.
  const cycle = (/** @type {number} */ count) =>
    page.evaluate(
      async ({ name, rounds }) => {
        const model = /** @type {HTMLElement} */ (document.querySelector(name));
        for (let round = 0; round < rounds; round++) {
          const copy = /** @type {any} */ (model.cloneNode(true));
          document.body.append(copy);
          await copy.updateComplete;
          copy.getBoundingClientRect();
          copy.remove();
        }
      },
      { name: tag, rounds: count },
    );
  const metrics = async () => {
    for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
    const { metrics: all } = await session.send('Performance.getMetrics');
    return Object.fromEntries(all.map(({ name, value }) => [name, value]));
  };
  await cycle(times);
  const [before, workBefore] = [await metrics(), await mainThread(session)];
  await cycle(times);
  const work = await mainThread(session);
  const after = await metrics();
  const grown = (/** @type {string} */ name) => (after[name] ?? 0) - (before[name] ?? 0);
  await context.close();
  return {
    milliseconds: (grown('TaskDuration') * 1000) / times,
    script: (work.script - workBefore.script) / times,
    style: (work.style - workBefore.style) / times,
    layout: (work.layout - workBefore.layout) / times,
    bytes: grown('JSHeapUsedSize') / times,
    nodes: grown('Nodes') / times,
    listeners: grown('JSEventListeners') / times,
  };
}

/**
 * Main thread time for each character typed into the composer, in milliseconds, with four times CPU throttling and a text
 * of 4,000 characters in the field.
 *
 * @param {Browser} browser
 * @param {string} address
 */
export async function typing(browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(address);
  const area = page.getByRole('textbox', { name: 'Your message' });
  await area.fill('När får jag svar på min fråga om ansökan? '.repeat(96).slice(0, 3960));
  await page.waitForTimeout(2500);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
  };
  const before = await spent();
  const text = 'Jag undrar hur lång tid det tar.';
  await page.keyboard.press('End');
  await page.keyboard.type(text, { delay: 20 });
  const after = await spent();
  await context.close();
  return ((after - before) * 1000) / text.length;
}
