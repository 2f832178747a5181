import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, watchedPage } from '../support/browser.js';
import { adminToken, startService } from '../support/service.js';

/** The demo agency's page in Chromium, with its real service on its real database. */
describe('the terms of use on the demo page', () => {
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
  // A new person each time.
  beforeEach(async () => {
    context = await browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm' });
  });

  const open = async () => {
    const { page, faults } = await watchedPage(context, service.address);
    await page.goto(service.address);
    return {
      page,
      faults,
      dialog: page.getByRole('dialog'),
      accept: page.getByRole('button', { name: 'Accept' }),
    };
  };

  test('load no Markdown parser while the server serves the built-in text', async () => {
    const { page } = await watchedPage(context, service.address);
    /** @type {string[]} */
    const scripts = [];
    page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
    await page.goto(service.address);
    await page.getByRole('button', { name: 'Accept' }).waitFor();
    await page.waitForLoadState('networkidle');
    assert.equal(await page.getByText('Version 2026-11-22.').count(), 1);
    assert.deepEqual(
      scripts.filter((path) => path.includes('compile')),
      [],
    );
  });

  test('keep their heading in sight on a phone when they are read again', async () => {
    const { page, dialog } = await open();
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByRole('button', { name: 'Decline' }).press('Enter');
    await dialog.getByRole('heading', { name: 'You have declined the terms' }).waitFor();
    await dialog.getByRole('button', { name: 'Read the terms again' }).press('Enter');
    await dialog.getByRole('group', { name: 'Full text of the terms' }).waitFor();
    await page.waitForFunction(
      () => document.querySelector('lucka-terms-dialog')?.shadowRoot?.activeElement?.id === 'panel',
    );
    const heading = await dialog
      .getByRole('heading', { name: 'terms of use' })
      .first()
      .boundingBox();
    assert.ok(heading && heading.y >= 0, `it begins at ${heading?.y}`);
  });

  test('do not let the page behind scroll, whatever is turned over', async () => {
    const { page, accept } = await open();
    await page.setViewportSize({ width: 900, height: 700 });
    await accept.waitFor();
    await page.evaluate(() => (document.body.style.minHeight = '5000px'));
    const dialog = page.locator('lucka-terms-dialog').locator('dialog');
    const text = page.locator('lucka-terms-dialog').locator('[part="body"]');
    const [dialogBox, textBox] = [await dialog.boundingBox(), await text.boundingBox()];
    assert.ok(dialogBox && textBox);
    await text.evaluate((box) => box.scrollTo(0, box.scrollHeight));
    /** @type {[string, number, number][]} */
    const places = [
      ['the end of the text', textBox.x + 50, textBox.y + 50],
      ['the heading', dialogBox.x + 50, dialogBox.y + 30],
      ['the backdrop', 5, 300],
    ];
    for (const [name, x, y] of places) {
      await page.mouse.move(x, y);
      for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, 600);
      await page.waitForTimeout(150);
      assert.equal(await page.evaluate(() => scrollY), 0, name);
    }
  });

  test('are asked for once: accepted, and not asked for again after a reload', async () => {
    const { page, faults, dialog, accept } = await open();
    await accept.click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(/You accepted version 2026-11-22 on/).waitFor();
    const answered = page.waitForResponse((response) =>
      response.url().includes('/api/terms/my-page'),
    );
    await page.reload();
    assert.equal((await (await answered).json()).decisionNeeded, false);
    await page.waitForTimeout(500);
    assert.equal(await dialog.isVisible(), false);
    assert.deepEqual(faults, []);
  });

  test('are asked for again, with the section that changed, when they change', async () => {
    const { page, faults, dialog, accept } = await open();
    await accept.click();
    await dialog.waitFor({ state: 'hidden' });
    await publish(service.address, '2026-11-23');
    await page.reload();
    await page.getByRole('heading', { name: 'The terms of use have changed' }).waitFor();
    await page.getByRole('heading', { name: 'Changed: If the service closes' }).waitFor();
    assert.equal(await page.locator('[data-changed-section]').count(), 1);
    assert.match(await page.locator('ins[part="added"]').innerText(), /60/);
    await accept.click();
    await dialog.waitFor({ state: 'hidden' });
    assert.deepEqual(faults, []);
  });

  test('survive a server that stops in the middle: the same choice is sent again and kept once', async () => {
    const { page, dialog, accept } = await open();
    // What comes while the person reads is there.
    await page.getByRole('button', { name: 'Print' }).waitFor();
    await service.kill();
    await accept.click();
    await page.getByRole('heading', { name: 'It is not clear if your choice was saved' }).waitFor();
    assert.equal(await dialog.isVisible(), true);
    await service.start();
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await page.getByRole('button', { name: 'Accept – try again' }).click();
    assert.match((await sent).headers()['idempotency-key'] ?? '', /^"[0-9a-f-]{36}"$/);
    await dialog.waitFor({ state: 'hidden' });
    await page.reload();
    await page.waitForTimeout(500);
    assert.equal(await dialog.isVisible(), false);
  });

  test('load the page again where they say that it has timed out', async () => {
    const { page, dialog, accept } = await open();
    await page.route('**/api/terms/**', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({
            status: 403,
            contentType: 'application/problem+json',
            body: JSON.stringify({ type: 'about:blank', title: 'No', status: 403, code: 'csrf' }),
          })
        : route.continue(),
    );
    await accept.click();
    await page.getByText('This page has timed out.').waitFor();
    await page.unroute('**/api/terms/**');
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('button', { name: 'Reload the page' }).click(),
    ]);
    await accept.click();
    await dialog.waitFor({ state: 'hidden' });
  });

  test('can be declined: what it means is said, and the page asks again the next time', async () => {
    const { page, faults, dialog } = await open();
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.getByRole('heading', { name: 'You have declined the terms' }).waitFor();
    await page.getByText('077-123 52 35').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.reload();
    await dialog.waitFor();
    assert.deepEqual(faults, []);
  });

  test('are there in Swedish on the Swedish page', async () => {
    const { page, faults } = await watchedPage(context, service.address);
    await page.goto(`${service.address}/sv`);
    await page.getByRole('button', { name: 'Godkänn' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.deepEqual(faults, []);
  });

  test('are a page that reads well when scripts fail', async () => {
    const { page } = await watchedPage(context, service.address);
    await page.route('**/cdn/lucka.js', (route) => route.abort());
    await page.goto(service.address);
    await page.getByRole('link', { name: 'Read the terms of use on a separate page' }).click();
    await page.getByRole('heading', { name: 'My page: terms of use' }).waitFor();
    assert.equal(await page.locator('h2').count(), 15);
  });
});

/**
 * A newer text with one section changed, as an editor publishes it.
 *
 * @param {string} address
 * @param {string} version
 */
async function publish(address, version) {
  const texts = Object.fromEntries(
    ['en', 'sv'].map((lang) => {
      const text = readFileSync(`content/terms/my-page.${lang}.md`, 'utf8');
      const newer = text
        .replace(/^version: .*$/m, `version: "${version}"`)
        .replace(/^supersedes: .*$/m, 'supersedes: "2026-11-22"')
        .replace(
          /(at least|minst) 30 (days before the closure|dagar före stängningen)/,
          '$1 60 $2',
        );
      return [lang, newer];
    }),
  );
  const response = await fetch(`${address}/admin/terms/my-page/versions/${version}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(texts),
  });
  assert.equal(response.status, 201, await response.text());
}
