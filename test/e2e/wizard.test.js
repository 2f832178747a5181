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
const TYPES = { '.js': 'text/javascript', '.md': 'text/markdown' };
const HEAD = '<meta charset="utf-8"><title>Page</title>';
const FALLBACK = '<p><a href="/guide">Read about identity documents</a></p>';

describe('the document wizard of the browser build', () => {
  /** @type {import('node:http').Server} */
  let server;
  /** @type {import('playwright-core').Browser} */
  let browser;
  let base = '';
  let tag = '';

  before(async () => {
    server = createServer(({ url = '/' }, response) => {
      const { pathname } = new URL(url, 'http://x');
      const page = `<!doctype html><html lang="en"><head>${HEAD}</head><body>${tag}<script type="module" src="/cdn/lucka.js"></script></body></html>`;
      try {
        const body = pathname === '/page' ? page : readFileSync(`.${pathname}`);
        const type = TYPES[extname(pathname)] ?? 'text/html';
        response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY });
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

  /** @param {string} attributes */
  async function open(attributes = '') {
    tag = `<lucka-document-wizard ${attributes}>${FALLBACK}</lucka-document-wizard>`;
    const context = await browser.newContext();
    const { page, faults } = await watchedPage(context, base);
    await page.goto(`${base}/page`);
    return { context, page, faults };
  }

  /** @param {import('playwright-core').Page} page @param {string[]} answers */
  async function answer(page, ...answers) {
    for (const name of answers) await page.getByLabel(name, { exact: true }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
  }

  /** @param {import('playwright-core').Page} page */
  async function answerAll(page) {
    await page.getByRole('button', { name: 'Start' }).click();
    await answer(page, 'No');
    await answer(page, 'An identity card');
    await answer(page, 'None of these');
    await answer(page, 'No');
    await answer(page, 'I am not sure');
    await answer(page, 'Yes');
    await answer(page, 'Yes');
    await answer(page, 'Yes');
    await page.getByRole('heading', { name: 'Your guidance' }).waitFor();
  }

  test('must show 6: works to the end without the network once it has loaded, under the strict policy', async () => {
    const { context, page, faults } = await open();
    await page.getByRole('button', { name: 'Start' }).waitFor();
    await page.waitForLoadState('networkidle');
    /** @type {string[]} */
    const requested = [];
    page.on('request', (request) => requested.push(request.url()));
    await context.setOffline(true);
    await answerAll(page);
    await page.evaluate(() => {
      const root = document.querySelector('lucka-document-wizard')?.shadowRoot;
      new MutationObserver(() => {
        const view = root?.querySelector('iframe')?.contentWindow;
        if (view) view.print = () => {};
      }).observe(/** @type {ShadowRoot} */ (root), { childList: true });
    });
    await page.getByRole('button', { name: 'Print or save' }).click();
    await page
      .getByRole('button', { name: 'Change answer to: Have you received the letter' })
      .click();
    await answer(page, 'No');
    await page.getByRole('heading', { name: 'Wait for your letter' }).waitFor();
    assert.deepEqual(
      requested.filter((url) => !url.startsWith('about:')),
      [],
    );
    assert.deepEqual(faults, []);
    const kept = await page.evaluate(() => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      location.hash,
    ]);
    assert.deepEqual(kept, [0, 0, '', '']);
    await context.setOffline(false);
    await page.reload();
    await page.getByRole('button', { name: 'Start' }).waitFor();
    await context.close();
  });

  /** @param {import('playwright-core').Page} page @param {string} name */
  const atQuestion = (page, name) => page.getByRole('group', { name }).waitFor();

  for (const persist of ['session', 'fragment'])
    test(`goes back one step for each press after a reload, and then leaves the page: persist="${persist}"`, async () => {
      const { context, page } = await open(`history persist="${persist}"`);
      await page.getByRole('button', { name: 'Start' }).click();
      await answer(page, 'No');
      await answer(page, 'An identity card');
      const { length } = await page.evaluate(() => ({ length: history.length }));
      for (let reload = 0; reload < 3; reload++) {
        await page.reload();
        await atQuestion(page, 'Which of these statements are true for your document?');
      }
      assert.equal(await page.evaluate(() => history.length), length);
      await page.goBack();
      await atQuestion(page, 'Which identity document do you have?');
      assert.ok(await page.getByLabel('An identity card').isChecked());
      await page.getByRole('button', { name: 'Back' }).click();
      await atQuestion(page, 'Have you handed in your passport');
      assert.equal(await page.evaluate(() => history.length), length);
      await page.goBack();
      await page.getByRole('button', { name: 'Start' }).waitFor();
      await page.goBack();
      assert.equal(page.url(), 'about:blank');
      await context.close();
    });

  test('leaves the page by one press after a reload that began anew', async () => {
    const { context, page } = await open('history');
    await page.getByRole('button', { name: 'Start' }).click();
    await answer(page, 'No');
    await answer(page, 'An identity card');
    await page.reload();
    await page.getByRole('button', { name: 'Start' }).waitFor();
    await page.evaluate(() => history.back());
    await page.waitForURL('about:blank');
    await context.close();
  });

  test('makes no entry of the history when the page begins at a question', async () => {
    const { context, page } = await open('history');
    await page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => {
        void customElements
          .whenDefined('lucka-document-wizard')
          .then(() => /** @type {any} */ (document.querySelector('lucka-document-wizard')).start());
      });
    });
    await page.getByRole('button', { name: 'Start' }).waitFor();
    const before = await page.evaluate(() => history.length);
    for (let reload = 0; reload < 2; reload++) {
      await page.reload();
      await atQuestion(page, 'Have you handed in your passport');
    }
    assert.equal(await page.evaluate(() => history.length), before);
    await context.close();
  });

  test('runs a flow from src with the parser of the build, under the strict policy', async () => {
    const { context, page, faults } = await open('src="/content/flows/documents.{lang}.md"');
    await answerAll(page);
    assert.ok(
      await page.getByRole('heading', { name: 'What is required of a document' }).isVisible(),
    );
    assert.deepEqual(faults, []);
    await context.close();
  });

  test('leaves the page its own words when the flow is not there', async () => {
    const { context, page } = await open('src="/nowhere.md"');
    const code = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const wizard = document.querySelector('lucka-document-wizard');
          if (/** @type {any} */ (wizard)?.state === 'error') resolve('http');
          wizard?.addEventListener('lucka-wizard-error', (event) =>
            resolve(/** @type {any} */ (event).code),
          );
        }),
    );
    assert.equal(code, 'http');
    assert.ok(await page.getByRole('link', { name: 'Read about identity documents' }).isVisible());
    await context.close();
  });

  test('goes back by the browser’s own button with history', async () => {
    const { context, page } = await open('history');
    await page.getByRole('button', { name: 'Start' }).click();
    await answer(page, 'No');
    await page.getByText('Question 2').waitFor();
    await page.goBack();
    await page.getByText('Question 1').waitFor();
    assert.ok(await page.getByLabel('No', { exact: true }).isChecked());
    await page.goForward();
    await page.getByText('Question 2').waitFor();
    await context.close();
  });
});
