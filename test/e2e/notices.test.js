import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { launchBrowser, watchedPage } from '../support/browser.js';
import { adminToken, startService } from '../support/service.js';
import { until } from '../support/until.js';

/** The banner on the demo agency's page, with the real service on its real database. */
describe('a notice on the demo page', () => {
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

  const inHours = (/** @type {number} */ hours) =>
    new Date(Date.now() + hours * 3_600_000).toISOString();

  /** @param {string} id @param {object} [change] */
  async function publish(id, change = {}) {
    const text = (/** @type {string} */ what) => ({ sv: `${what} ${id}`, en: `${what} ${id}` });
    const notice = {
      ...{ id, revision: 1, kind: 'disruption', reason: 'operational' },
      ...{ title: text('Disturbance'), body: text('Slow today'), scope: 'part', impact: 'slow' },
      ...{ affected: ['booking'], publishedAt: inHours(-1), startsAt: inHours(-0.5) },
      ...change,
    };
    const { status } = await fetch(`${service.address}/api/notices/${id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(notice),
    });
    assert.ok(status === 200 || status === 201, String(status));
  }

  /** The page with the terms accepted. @param {string} [path] @param {(page: import('playwright-core').Page) => Promise<unknown>} [prepare] */
  async function open(path = '/', prepare) {
    const { page, faults } = await watchedPage(context, service.address);
    await prepare?.(page);
    await page.goto(service.address + path);
    await page.getByRole('button', { name: /^(?:Accept|Godkänn)/ }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const banner = page.locator('lucka-maintenance-banner');
    await banner.waitFor({ state: 'attached' });
    const refresh = () => banner.evaluate((element) => /** @type {any} */ (element).refresh());
    return { page, faults, banner, refresh };
  }

  test('is the one that the database holds, in both languages, without a fault', async () => {
    await publish('planned-maintenance', {
      ...{ revision: 99, kind: 'planned', startsAt: inHours(72), endsAt: inHours(78) },
      title: {
        sv: 'Min sida är stängd natten till den 6 december',
        en: 'My page will be closed on the night of 5 December',
      },
    });
    for (const [path, heading] of [
      ['/', 'My page will be closed on the night of 5 December'],
      ['/sv', 'Min sida är stängd natten till den 6 december'],
    ]) {
      const { page, faults } = await open(path);
      await page.getByRole('heading', { name: heading }).waitFor();
      assert.deepEqual(faults, []);
      await page.context().clearCookies();
      await page.close();
      context = await browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm' });
    }
  });

  test('is seen without reload when an editor publishes it, changes it, and takes it back', async () => {
    const { page, refresh, faults } = await open();
    await publish('bridge');
    await refresh();
    await page.getByRole('heading', { name: 'Disturbance bridge' }).waitFor();
    assert.match(
      await page.locator('lucka-maintenance-banner [aria-live=assertive]').innerText(),
      /In progress: Disturbance bridge/,
    );
    await publish('bridge', { revision: 2, title: { sv: 'Ny', en: 'Changed bridge' } });
    await refresh();
    await page.getByRole('heading', { name: 'Changed bridge' }).waitFor();
    await fetch(`${service.address}/api/notices/bridge`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${adminToken}` },
    });
    await refresh();
    await page.getByRole('heading', { name: 'Changed bridge' }).waitFor({ state: 'detached' });
    assert.deepEqual(faults, []);
  });

  test('comes by itself within the interval', async () => {
    const { page } = await open('/', (page) => page.clock.install());
    await publish('tunnel');
    await page.clock.fastForward('06:01');
    await page.getByRole('heading', { name: 'Disturbance tunnel' }).waitFor();
  });

  test('must show 5: an unchanged feed is 304 on the wire, asked without cookies', async () => {
    const { page, refresh } = await open();
    const session = await context.newCDPSession(page);
    // The question that the page asks when it is opened, if that is still under way.
    await refresh();
    await session.send('Network.enable');
    // What went over the wire is told apart from what was asked, and may be told before it.
    /** @type {Set<string>} */
    const asked = new Set();
    /** @type {Map<string, string>} */
    const cookies = new Map();
    /** @type {Map<string, number>} */
    const statuses = new Map();
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (request.url.endsWith('/api/notices')) asked.add(requestId);
    });
    session.on('Network.requestWillBeSentExtraInfo', ({ requestId, headers }) => {
      cookies.set(requestId, headers['Cookie'] ?? headers['cookie'] ?? '');
    });
    session.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
      statuses.set(requestId, statusCode);
    });
    await refresh();
    await refresh();
    const ids = () => [...asked];
    await until(
      () => ids().length === 2 && ids().every((id) => statuses.has(id) && cookies.has(id)),
    );
    assert.deepEqual(
      ids().map((id) => statuses.get(id)),
      [304, 304],
    );
    assert.deepEqual(
      ids().map((id) => cookies.get(id)),
      ['', ''],
    );
  });

  test('must show 4: stays, with its age, when the service dies', async () => {
    const { page, refresh } = await open();
    await publish('harbour');
    await refresh();
    await page.getByRole('heading', { name: 'Disturbance harbour' }).waitFor();
    await page.route('**/api/notices', (route) => route.abort('connectionrefused'));
    await refresh();
    await page.getByText('Last checked').first().waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Disturbance harbour' }).waitFor();
    await page.getByText('Last checked').first().waitFor();
  });

  test('hides with the keyboard, and the focus goes on', async () => {
    await publish('planned-maintenance', {
      ...{ revision: 100, kind: 'planned', startsAt: inHours(72), endsAt: inHours(78) },
      title: { sv: 'Natt', en: 'A night' },
    });
    const { page } = await open();
    const item = page.locator('lucka-maintenance-banner [data-id="planned-maintenance"]');
    await item.getByRole('button', { name: 'Hide notice' }).focus();
    await page.keyboard.press('Enter');
    await item.waitFor({ state: 'detached' });
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim());
    assert.equal(focused, 'Your case');
  });

  test('tells the composer that messages cannot be sent', async () => {
    const { page, refresh } = await open();
    await publish('post', { affected: ['messages'], impact: 'unavailable' });
    await refresh();
    await page.getByRole('heading', { name: 'Messages cannot be sent at the moment' }).waitFor();
  });
});
