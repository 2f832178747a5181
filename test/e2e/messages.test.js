import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { puppeteerCore as puppeteer } from '@web/test-runner-chrome';
import { findFirefox } from '../../tools/browsers/firefox.js';
import { launchBrowser, watchedPage } from '../support/browser.js';
import { startService } from '../support/service.js';

const SWEDISH =
  'Hej! Jag skickade in min ansökan i mars och undrar när jag får svar. Hälsningar, Amina';

/** The composer on the demo agency's page, with the real service on its real database. */
describe('a message on the demo page', () => {
  /** @type {Awaited<ReturnType<typeof startService>>} */
  let service;
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {import('playwright-core').BrowserContext} */
  let context;

  before(async () => {
    [service, browser] = await Promise.all([startService(), launchBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await service?.remove();
  });
  beforeEach(async () => {
    context = await browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm' });
  });

  /** The page with the terms accepted, so that their dialog is not in the way. @param {string} [script] changes the composer before it is used */
  async function open(script = '') {
    const { page, faults } = await watchedPage(context, service.address);
    await page.goto(service.address);
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    if (script) await page.evaluate(script);
    return {
      page,
      faults,
      text: page.getByRole('textbox', { name: 'Your message' }),
      send: page.getByRole('button', { name: 'Send message' }),
      receipt: page.getByRole('heading', { name: 'Your message has been sent' }),
    };
  }

  /** @param {import('playwright-core').Page} page the number on the receipt */
  const numberOn = (page) => page.locator('lucka-message-composer dd.number').nth(1).innerText();

  test('is sent, stored and receipted', async () => {
    const { page, faults, text, send, receipt } = await open();
    await text.fill(SWEDISH);
    await send.click();
    await receipt.waitFor();
    assert.match(await numberOn(page), /\w/);
    assert.deepEqual(faults, []);
  });

  test('is stored once when the answer to the first try is lost: the retry has the same key', async () => {
    const { page, text, send, receipt } = await open();
    /** @type {{ key: string, id: string }[]} */
    const tries = [];
    await page.route('**/api/messages', async (route) => {
      const answer = await route.fetch();
      const { id } = await answer.json();
      tries.push({ key: route.request().headers()['idempotency-key'] ?? '', id });
      // The service has stored it; the connection breaks before the browser hears of it.
      if (tries.length === 1) await route.abort('connectionreset');
      else await route.fulfill({ response: answer });
    });
    await text.fill(SWEDISH);
    await send.click();
    await receipt.waitFor();
    assert.equal(tries.length, 2);
    assert.deepEqual(tries[1], tries[0]);
    assert.equal(await numberOn(page), tries[0]?.id);
  });

  test('is kept, and can be sent later, when what sends it cannot be loaded', async () => {
    const { page, text, send, receipt } = await open();
    await page.route('**/*composer-sending-*', (route) => route.abort());
    await text.fill(SWEDISH);
    await send.click();
    await page.getByText('Your message was not sent. Your text is still here.').waitFor();
    assert.equal(await text.inputValue(), SWEDISH);
    await page.unroute('**/*composer-sending-*');
    await send.click();
    await receipt.waitFor();
  });

  test('can be copied after an error without a connection', async () => {
    const { page, text, send } = await open();
    await page.route('**/api/messages', (route) => route.fulfill({ status: 500 }));
    await text.fill(SWEDISH);
    await send.click();
    const copy = page.getByRole('button', { name: 'Copy my text' });
    await copy.waitFor();
    await context.setOffline(true);
    await copy.click();
    await page.getByText('Your text has been copied.').waitFor({ timeout: 5000 });
  });

  test('gets its texts with the next check, when they cannot be loaded at first', async () => {
    await context.route('**/*-feedback-*', (route) => route.abort());
    const { page, text, send, receipt } = await open();
    await text.fill(SWEDISH);
    await context.unroute('**/*-feedback-*');
    await send.click();
    await receipt.waitFor();
    await page.getByRole('heading', { name: 'When you get a reply' }).waitFor({ timeout: 5000 });
  });

  test('is confirmed without empty headings when its texts cannot be loaded', async () => {
    await context.route('**/*-feedback-*', (route) => route.abort());
    const { page, text, send, receipt } = await open();
    await text.fill(SWEDISH);
    await send.click();
    await receipt.waitFor();
    const composer = page.locator('lucka-message-composer');
    const headings = await composer.getByRole('heading').allInnerTexts();
    assert.deepEqual(headings, ['Your message has been sent']);
  });

  test('is one request when Send is double-clicked', async () => {
    const { page, text, send, receipt } = await open();
    let requests = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/api/messages')) requests++;
    });
    await text.fill(SWEDISH);
    await send.dblclick();
    await receipt.waitFor();
    assert.equal(requests, 1);
  });

  test('is not there any more after leaving the page and pressing Back', async () => {
    const { page, text } = await open();
    await text.fill(SWEDISH);
    await page.goto(`${service.address}/cdn/pages/terms.en.html`);
    await page.goBack();
    await text.waitFor();
    assert.equal(await text.inputValue(), '');
    const stored = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    );
    assert.doesNotMatch(stored, /Amina/);
  });

  test('is not there any more after Back in Firefox either', async (context) => {
    const executablePath = findFirefox();
    if (!executablePath) return context.skip('There is no Firefox here.');
    const firefox = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
    try {
      const page = await firefox.newPage();
      page.on('dialog', (dialog) => void dialog.accept());
      await page.goto(service.address);
      await (await page.waitForSelector('lucka-terms-dialog >>> [part="accept"]'))?.click();
      const area = await page.waitForSelector('lucka-message-composer >>> textarea');
      await area?.type(SWEDISH);
      await page.goto(`${service.address}/cdn/pages/terms.en.html`);
      await page.goBack();
      const again = await page.waitForSelector('lucka-message-composer >>> textarea');
      assert.equal(await again?.evaluate((field) => field.value), '');
    } finally {
      await firefox.close();
    }
  });

  test('is encrypted to the key of the service, which decrypts and stores it', async () => {
    const { page, text, send, receipt, faults } = await open(
      `document.querySelector('lucka-message-composer').encryption = 'required'`,
    );
    const sent = page.waitForRequest('**/api/messages');
    await text.fill(SWEDISH);
    await send.click();
    const request = await sent;
    assert.equal(request.headers()['content-type'], 'application/jose');
    assert.equal((request.postData() ?? '').split('.').length, 5);
    await receipt.waitFor();
    assert.deepEqual(faults, []);
  });

  test('stays when the service dies, and is sent when it is back', async () => {
    const { page, text, send, receipt } = await open();
    await text.fill(SWEDISH);
    await page.route('**/api/messages', (route) =>
      route.fulfill({ status: 500, contentType: 'text/html', body: '<h1>Broken</h1>' }),
    );
    await send.click();
    await page.getByRole('heading', { name: 'Your message was not sent' }).waitFor();
    assert.equal(await text.inputValue(), SWEDISH);
    await page.unroute('**/api/messages');
    await page.getByRole('button', { name: 'Send again' }).click();
    await receipt.waitFor();
  });

  test('can be written and sent with the keyboard alone', async () => {
    const { page, text, receipt } = await open();
    await text.focus();
    await page.keyboard.type('När får jag svar?');
    for (let stops = 0; stops < 8; stops++) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate(
        () => document.activeElement?.shadowRoot?.activeElement?.textContent?.trim() ?? '',
      );
      if (label === 'Send message') break;
    }
    await page.keyboard.press('Enter');
    await receipt.waitFor();
  });

  test('never waits for the language gate while it is typed: under 4 ms a character at 4 times slower', async () => {
    const { page, text } = await open();
    await text.fill('a b c d e f g h '.repeat(240));
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    // The work of our own listeners: dispatching an event to them is synchronous.
    const times = await page.evaluate(() => {
      const area = document
        .querySelector('lucka-message-composer')
        ?.shadowRoot?.querySelector('textarea');
      if (!area) return [];
      return Array.from({ length: 40 }, () => {
        area.value += 'x';
        const from = performance.now();
        area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        return performance.now() - from;
      });
    });
    const middle = times.sort((a, b) => a - b)[20] ?? Infinity;
    assert.ok(middle < 4, `${middle.toFixed(2)} ms`);
  });
});
