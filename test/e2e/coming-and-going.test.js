import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { allDrawn, ELEMENTS, hostSite, LOADER } from '../support/host-site.js';

/** Most that one element may leave behind. */
const HEAP_EACH = 256;
const CYCLES = 1000;

/** @typedef {{ heap: number, nodes: number, timers: number, listeners: number }} Left */

/** What a browser keeps for itself is a few nodes and listeners, once. @param {Left} before @param {Left} after */
function assertNothingLeft(before, after) {
  const nodes = after.nodes - before.nodes;
  const listeners = after.listeners - before.listeners;
  assert.ok(nodes <= 20, `${nodes} nodes`);
  assert.ok(listeners <= 5, `${listeners} listeners`);
  assert.ok(after.timers <= before.timers, `${after.timers - before.timers} timers`);
}

describe('an element that comes and goes', () => {
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  before(async () => {
    site = await hostSite();
  });
  after(() => site?.close());

  /**
   * What is there after the garbage is gone: bytes, nodes, listeners, and timers that still run.
   *
   * @param {import('playwright-core').Page} page
   */
  async function meter(page) {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    return async () => {
      for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (/** @type {string} */ name) =>
        metrics.find((metric) => metric.name === name)?.value ?? 0;
      const timers = await page.evaluate(() => /** @type {any} */ (window).timers.size);
      return {
        ...{ heap: of('JSHeapUsedSize'), nodes: of('Nodes'), timers },
        listeners: of('JSEventListeners'),
      };
    };
  }

  /** Counts timers that have not run or been cleared. Before all else on the page. */
  const COUNT_TIMERS = `window.timers = new Set();
    for (const [start, stop] of [['setTimeout', 'clearTimeout'], ['setInterval', 'clearInterval']]) {
      const [begin, end] = [window[start], window[stop]];
      window[start] = (run, ...rest) => {
        const id = begin((...given) => { if (start === 'setTimeout') timers.delete(id); run(...given); }, ...rest);
        timers.add(id);
        return id;
      };
      window[stop] = (id) => { timers.delete(id); end(id); };
    }`;

  for (const [name, body] of Object.entries(ELEMENTS)) {
    const quiet =
      name === 'terms-dialog'
        ? body.replace('<lucka-terms-dialog', '<lucka-terms-dialog manual')
        : body;

    test(`leaves nothing behind after ${CYCLES} times: the ${name}`, async () => {
      site.files.set('/timers.js', COUNT_TIMERS);
      const { page, faults } = await site.open(
        `<script src="/timers.js"></script><div id="place"></div>${LOADER}<template id="one">${quiet}</template>`,
      );
      const cycle = (/** @type {number} */ times) =>
        page.evaluate(async (count) => {
          const one = /** @type {HTMLTemplateElement} */ (document.querySelector('#one')).content;
          for (let round = 0; round < count; round++) {
            const copy = document.importNode(one, true);
            const element = /** @type {any} */ (copy.firstElementChild);
            document.querySelector('#place')?.append(copy);
            await customElements.whenDefined(element.localName);
            await element.updateComplete;
            element.remove();
          }
          await new Promise((done) => setTimeout(done, 100));
        }, times);
      const measure = await meter(page);
      await cycle(100);
      const before = await measure();
      await cycle(CYCLES);
      const after = await measure();
      assertNothingLeft(before, after);
      const each = (after.heap - before.heap) / CYCLES;
      assert.ok(each < HEAP_EACH, `${Math.round(each)} bytes each`);
      assert.deepEqual(faults, []);
    });

    test(`holds nothing of the page before it is attached: the ${name}`, async () => {
      const { page } = await site.open(`${quiet}${LOADER}`);
      await allDrawn(page);
      const added = await page.evaluate((tag) => {
        /** @type {string[]} */
        const listeners = [];
        for (const target of [window, document, document.documentElement]) {
          const { addEventListener } = target;
          target.addEventListener = function (/** @type {any[]} */ ...given) {
            listeners.push(given[0]);
            return addEventListener.apply(target, /** @type {any} */ (given));
          };
        }
        document.createElement(tag);
        document.querySelector(tag)?.cloneNode(true);
        return listeners;
      }, `lucka-${name}`);
      assert.deepEqual(added, []);
    });

    test(`works when it is cloned, and when it is moved: the ${name}`, async () => {
      const { page, faults } = await site.open(
        `<div id="from">${quiet}</div><div id="to"></div>${LOADER}`,
      );
      await allDrawn(page);
      const words = await page.evaluate(async (tag) => {
        const element = /** @type {any} */ (document.querySelector(tag));
        const text = () => element.shadowRoot.textContent.replace(/\s+/g, ' ').trim();
        const before = text();
        document.querySelector('#to')?.append(element);
        await element.updateComplete;
        const moved = text();
        const clone = element.cloneNode(true);
        document.querySelector('#from')?.append(clone);
        await clone.updateComplete;
        await new Promise((done) => setTimeout(done, 200));
        const cloned = clone.shadowRoot.textContent.replace(/\s+/g, ' ').trim();
        return { before, moved, cloned };
      }, `lucka-${name}`);
      assert.equal(words.moved, words.before);
      assert.equal(words.cloned, words.before);
      assert.deepEqual(faults, []);
    });

    test(`moves nothing once it is drawn, also when its files come slowly: the ${name}`, async () => {
      const { page } = await site.open(`<p>Above</p>${quiet}<p>Below</p>`);
      await page.route('**/cdn/**', async (route) => {
        // Each file by itself, and late.
        await new Promise((done) => setTimeout(done, 50 + Math.random() * 200));
        await route.continue();
      });
      await page.evaluate((tag) => {
        /** @type {any} */ (window).heights = [];
        const look = () => {
          const root = document.querySelector(tag)?.shadowRoot?.querySelector('.root');
          if (root && root.textContent?.trim()) {
            const { heights } = /** @type {any} */ (window);
            const height = Math.round(root.getBoundingClientRect().height);
            if (heights.at(-1) !== height) heights.push(height);
          }
          requestAnimationFrame(look);
        };
        look();
        const script = document.createElement('script');
        script.type = 'module';
        script.src = /** @type {any} */ (window).trustedTypes
          ? /** @type {any} */ (window).trustedTypes
              .createPolicy('lucka', { createScriptURL: (/** @type {string} */ text) => text })
              .createScriptURL('/cdn/lucka.js')
          : '/cdn/lucka.js';
        document.head.append(script);
      }, `lucka-${name}`);
      await page.waitForTimeout(2500);
      const heights = await page.evaluate(() => /** @type {any} */ (window).heights);
      assert.equal(heights.length, 1, `heights in px: ${heights.join(', ')}`);
    });
  }

  test('opens and closes a dialog a thousand times and leaves nothing inert behind', async () => {
    site.files.set('/timers.js', COUNT_TIMERS);
    const { page } = await site.open(
      `<script src="/timers.js"></script><button id="opener">Open</button>
       <lucka-terms-dialog mode="view" storage="none"></lucka-terms-dialog>${LOADER}`,
    );
    await allDrawn(page);
    const cycle = (/** @type {number} */ times) =>
      page.evaluate(async (count) => {
        const dialog = /** @type {any} */ (document.querySelector('lucka-terms-dialog'));
        document.querySelector('button')?.focus();
        for (let round = 0; round < count; round++) {
          dialog.show();
          await dialog.updateComplete;
          dialog.close();
          await dialog.updateComplete;
        }
        await new Promise((done) => setTimeout(done, 100));
      }, times);
    const measure = await meter(page);
    // What it keeps for the next opening, the text and its templates, is there after the first.
    await page.evaluate(() =>
      /** @type {any} */ (document.querySelector('lucka-terms-dialog')).show(),
    );
    await page.getByRole('button', { name: 'Print' }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await cycle(50);
    const before = await measure();
    await cycle(CYCLES);
    const after = await measure();
    assertNothingLeft(before, after);
    await page.evaluate(() => document.querySelector('lucka-terms-dialog')?.remove());
    await page.getByRole('button', { name: 'Open' }).click({ timeout: 1000 });
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'opener');
  });
});
