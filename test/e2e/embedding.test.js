import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launchBrowser, watchedPage } from '../support/browser.js';

/** The strict policy that pages of public bodies are asked to have. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html lucka";

/** @type {Record<string, string>} */
const TYPES = { '.js': 'text/javascript', '.html': 'text/html', '.css': 'text/css' };

/** The built bundle on pages of all kinds. */
describe('the bundle on somebody’s page', () => {
  /** @type {import('node:http').Server} */
  let server;
  /** @type {import('playwright-core').Browser} */
  let browser;
  let base = '';
  /** Pages by their path. @type {Map<string, string>} */
  const pages = new Map();

  before(async () => {
    server = createServer(({ url = '/' }, response) => {
      const path = new URL(url, 'http://x').pathname;
      const page = pages.get(path);
      try {
        const body = page ?? readFileSync(`.${path}`);
        const type = page ? 'text/html' : TYPES[extname(path)];
        response.writeHead(200, {
          'content-type': type ?? 'text/plain',
          'content-security-policy': POLICY,
        });
        response.end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = server.address();
    base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  /** @param {string} body @param {{ head?: string, html?: string }} [more] */
  const open = async (body, { head = '', html = 'lang="en"' } = {}) => {
    pages.set(
      '/page',
      `<!doctype html><html ${html}><head><meta charset="utf-8"><title>Page</title>${head}</head><body>${body}</body></html>`,
    );
    const context = await browser.newContext();
    const { page, faults } = await watchedPage(context, base);
    await page.goto(`${base}/page`);
    return { page, faults };
  };
  const loader = '<script type="module" src="/cdn/lucka.js"></script>';
  const gate = '<lucka-terms-dialog storage="none"><a href="/terms">Terms</a></lucka-terms-dialog>';

  test('runs under the strict content security policy with Trusted Types, in every state, without one report', async () => {
    const { page, faults } = await open(`<button id="again">Again</button>${gate}${loader}`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.getByRole('button', { name: 'Read the terms again' }).click();
    await page.evaluate(() => {
      // Printing opens the browser's own window; the sheet is made all the same.
      const root = document.querySelector('lucka-terms-dialog')?.shadowRoot;
      new MutationObserver(() => {
        const view = root?.querySelector('iframe')?.contentWindow;
        if (view) view.print = () => {};
      }).observe(/** @type {ShadowRoot} */ (root), { childList: true });
    });
    await page.getByRole('button', { name: 'Print' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    assert.equal((await download).suggestedFilename(), 'my-page-2026-11-22-en.html');
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.deepEqual(faults, []);
  });

  test('is quiet, and alone, when it is loaded twice', async () => {
    const twice = `${gate}${loader}<script type="module" src="/cdn/lucka.js?again"></script>`;
    const { page, faults } = await open(twice);
    await page.getByRole('dialog').waitFor();
    assert.equal(faults.length, 1);
    assert.match(
      faults[0] ?? '',
      /Version \d+\.\d+\.\d+ is on this page already; version \d+\.\d+\.\d+ leaves it alone/,
    );
  });

  test('loads only the elements that stand on the page, now and later', async () => {
    const { page } = await open(loader);
    /** @type {string[]} */
    const requested = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.waitForLoadState('networkidle');
    assert.equal(
      await page.evaluate(
        () =>
          performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
            .length,
      ),
      1,
    );
    await page.evaluate(() => document.body.append(document.createElement('lucka-terms-dialog')));
    await page.getByRole('dialog').waitFor();
    assert.ok(requested.some((url) => url.endsWith('/cdn/terms-dialog.js')));
  });

  test('puts the element into a div with data-lucka, once, with its attributes and its fallback', async () => {
    const place = `<div id="place" data-lucka="terms-dialog" data-mode="view" data-heading-level="3">
      <a href="/terms">Terms</a></div>`;
    const { page, faults } = await open(`${place}${loader}`);
    const inside = () =>
      page.evaluate(() =>
        [...(document.querySelector('#place')?.children ?? [])].map(
          (child) =>
            `${child.localName} ${child.getAttribute('mode')} ${child.getAttribute('heading-level')} ${child.textContent?.trim()}`,
        ),
      );
    await page.waitForFunction(() => customElements.get('lucka-terms-dialog'));
    assert.deepEqual(await inside(), ['lucka-terms-dialog view 3 Terms']);
    // What Turbo and htmx do: the place is copied as it stands, and put back.
    await page.evaluate(() => {
      const old = document.querySelector('#place');
      old?.replaceWith(old.cloneNode(true));
    });
    await page.waitForTimeout(50);
    assert.deepEqual(await inside(), ['lucka-terms-dialog view 3 Terms']);
    assert.deepEqual(faults, []);
  });

  test('leaves alone what data-lucka does not know', async () => {
    const { page, faults } = await open(
      `<div id="place" data-lucka="constructor">Text</div>${loader}`,
    );
    await page.waitForLoadState('networkidle');
    assert.equal(await page.locator('#place').innerHTML(), 'Text');
    assert.deepEqual(faults, []);
  });

  test('adds no global name of its own', async () => {
    const names = () => Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name));
    const { page: plain } = await open('<p>Nothing</p>');
    const without = await plain.evaluate(names);
    const { page } = await open(`${gate}${loader}`);
    await page.getByRole('dialog').waitFor();
    const added = (await page.evaluate(names)).filter((name) => !without.includes(name));
    assert.deepEqual(
      added.filter((name) => !/^(?:lit|reactive)\w*Versions$|^litPropertyMetadata$/.test(name)),
      [],
    );
  });

  for (const [name, html, head] of [
    ['a 62.5 % root', 'lang="en"', '<link rel="stylesheet" href="/small.css">'],
    [
      'inherited letter-spacing, capitals and hidden text',
      'lang="en"',
      '<link rel="stylesheet" href="/hostile.css">',
    ],
  ]) {
    test(`keeps its looks on a page with ${name}`, async () => {
      pages.set('/small.css', 'html{font-size:62.5%}');
      pages.set(
        '/hostile.css',
        'body{letter-spacing:9px;text-transform:uppercase;line-height:4;text-align:right;visibility:hidden;word-break:break-all;user-select:none;-webkit-text-fill-color:transparent;text-shadow:3px 3px red;quotes:none}',
      );
      const look = () => {
        const style = getComputedStyle(
          /** @type {Element} */ (
            document.querySelector('lucka-terms-dialog')?.shadowRoot?.querySelector('.body p')
          ),
        );
        const keys = [
          'fontSize',
          'letterSpacing',
          'textTransform',
          'lineHeight',
          'textAlign',
          'visibility',
          'wordBreak',
          'userSelect',
          'webkitTextFillColor',
          'textShadow',
          'color',
        ];
        return Object.fromEntries(keys.map((key) => [key, style[/** @type {any} */ (key)]]));
      };
      const { page: blank } = await open(`${gate}${loader}`);
      await blank.getByRole('dialog').waitFor();
      const { page } = await open(`${gate}${loader}`, { html, head });
      await page.locator('lucka-terms-dialog').evaluate((element) => element.matches(':defined'));
      await page.waitForFunction(() =>
        document.querySelector('lucka-terms-dialog')?.shadowRoot?.querySelector('.body p'),
      );
      assert.deepEqual(await page.evaluate(look), await blank.evaluate(look));
    });
  }

  test('works in a sandboxed frame, where storage is blocked, for the page’s life', async () => {
    pages.set(
      '/framed',
      `<!doctype html><html lang="en"><body>${gate.replace(' storage="none"', '')}<script type="module" src="${'/cdn/lucka.js'}"></script></body></html>`,
    );
    const context = await browser.newContext();
    const { page, faults } = await watchedPage(context, base);
    // A sandboxed page has an origin of its own: its scripts need CORS, and 'self' is nothing.
    await page.route('**/*', async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'access-control-allow-origin': '*' };
      const policy = route.request().url().endsWith('/framed')
        ? { 'content-security-policy': 'sandbox allow-scripts' }
        : {};
      await route.fulfill({
        response,
        headers: { ...headers, 'content-security-policy': '', ...policy },
      });
    });
    await page.goto(`${base}/framed`);
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.evaluate(() => {
      document.querySelector('lucka-terms-dialog')?.remove();
      document.body.append(document.createElement('lucka-terms-dialog'));
    });
    await page.waitForTimeout(500);
    assert.equal(await page.getByRole('dialog').isVisible(), false);
    assert.deepEqual(faults, []);
  });

  test('leaves nothing behind when it comes and goes', async () => {
    const { page } = await open(`${gate}${loader}`);
    await page.getByRole('dialog').waitFor();
    const session = await page.context().newCDPSession(page);
    const cycle = (/** @type {number} */ times) =>
      page.evaluate(async (count) => {
        document.querySelector('lucka-terms-dialog')?.remove();
        for (let round = 0; round < count; round++) {
          const element = document.createElement('lucka-terms-dialog');
          element.setAttribute('manual', '');
          document.body.append(element);
          await /** @type {any} */ (element).updateComplete;
          element.remove();
        }
      }, times);
    const measure = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    };
    await session.send('Performance.enable');
    await cycle(50);
    const first = await measure();
    await cycle(1000);
    const second = await measure();
    const grown = (/** @type {string} */ name) => (second[name] ?? 0) - (first[name] ?? 0);
    assert.ok(grown('Nodes') <= 20, `${grown('Nodes')} nodes`);
    assert.ok(grown('JSEventListeners') <= 5, `${grown('JSEventListeners')} listeners`);
    assert.ok(grown('JSHeapUsedSize') / 1000 < 256, `${grown('JSHeapUsedSize') / 1000} bytes each`);
  });
});
