import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { watchedPage } from '../support/browser.js';
import { letters } from '../support/office.js';
import { startService } from '../support/service.js';
import { cannotRun, launchOldChromium } from './old-chromium.js';
import { assertAllSeen } from '../support/looks.js';

/** @typedef {import('playwright-core').Page} Page */

/** The oldest Chromium in which everything works, on the demo page, with the real service on its real database. */
describe('in Chromium 109', { skip: cannotRun }, () => {
  /** @type {Awaited<ReturnType<typeof startService>>} */
  let service;
  /** @type {import('playwright-core').Browser} */
  let browser;

  before(async () => {
    [service, browser] = await Promise.all([startService(), launchOldChromium(109)]);
    assert.match(browser.version(), /^109\./);
  });
  after(async () => {
    await browser?.close();
    await service?.remove();
  });

  /** A person with a browser of their own. @param {string} [path] */
  async function visit(path = '/') {
    const context = await browser.newContext({
      ...{ locale: 'sv-SE', timezoneId: 'Europe/Stockholm' },
      // Colours that are on their way to others would be measured.
      reducedMotion: 'reduce',
    });
    const { page, faults } = await watchedPage(context, service.address);
    await page.goto(service.address + path);
    await page.getByRole('button', { name: /^(?:Accept|Godkänn)/ }).waitFor();
    return { page, faults };
  }

  /** A person who has accepted the terms. @param {string} [path] */
  async function accepted(path) {
    const { page, faults } = await visit(path);
    await page.getByRole('button', { name: /^(?:Accept|Godkänn)/ }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    return { page, faults };
  }

  /** Everything can be seen, on a wide page and on a phone. @param {Page} page @param {number} least controls */
  async function looksGood(page, least) {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await assertAllSeen(page, { texts: 10, controls: least });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} px on ${width}`);
    }
  }

  /** @param {Page} page @param {string} tag */
  const goOnIn = (page, tag) => page.locator(tag).getByRole('button', { name: 'Continue' }).click();

  test('the terms are read, declined, read again and accepted, and Escape closes nothing', async () => {
    const { page, faults } = await visit();
    const dialog = page.getByRole('dialog');
    await looksGood(page, 2);
    // On paper its ground covers the page below.
    await page.emulateMedia({ media: 'print' });
    const ground = await dialog.evaluate((element) =>
      getComputedStyle(element).getPropertyValue('-webkit-print-color-adjust'),
    );
    assert.equal(ground, 'exact');
    await page.emulateMedia({ media: null });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await dialog.getByText('Choose Accept or Decline to continue').waitFor();
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.getByRole('heading', { name: 'You have declined the terms' }).waitFor();
    await looksGood(page, 1);
    await page.getByRole('button', { name: 'Read the terms again' }).click();
    await page.getByRole('button', { name: 'Accept' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(/You accepted version/).waitFor();
    assert.deepEqual(faults, []);
  });

  test('a notice is shown, unfolded and hidden', async () => {
    const { page, faults } = await accepted();
    const notice = page.locator('lucka-maintenance-banner [part~="notice"]');
    await notice.locator('summary').click();
    await notice.getByText('What you can do').first().waitFor();
    await looksGood(page, 1);
    await notice.getByRole('button', { name: 'Hide notice' }).click();
    await notice.waitFor({ state: 'detached' });
    assert.deepEqual(faults, []);
  });

  test('a message is refused while it is empty, then sent', async () => {
    const { page, faults } = await accepted();
    const composer = page.locator('lucka-message-composer');
    const send = composer.getByRole('button', { name: 'Send message' });
    await send.click();
    await composer
      .getByText('There is a problem')
      .or(composer.locator('[part~="error"]'))
      .first()
      .waitFor();
    await looksGood(page, 3);
    await composer
      .getByRole('textbox', { name: 'Your message' })
      .fill(
        'Hej! Jag skickade in min ansökan i mars och undrar när jag får svar. Hälsningar, Amina',
      );
    await send.click();
    await composer.getByRole('heading', { name: 'Your message has been sent' }).waitFor();
    await looksGood(page, 1);
    assert.deepEqual(faults, []);
  });

  test('the questions about documents lead to a result, and an answer can be changed', async () => {
    const { page, faults } = await accepted();
    const wizard = page.locator('lucka-document-wizard');
    await wizard.getByRole('button', { name: 'Start' }).hover();
    await looksGood(page, 3);
    await wizard.getByRole('button', { name: 'Start' }).click();
    await goOnIn(page, 'lucka-document-wizard');
    await wizard.locator('[part~="error-summary"]').waitFor();
    await looksGood(page, 3);
    const answers = [
      'No',
      'An identity card',
      'None of these',
      'No',
      'I am not sure',
      'Yes',
      'Yes',
      'Yes',
    ];
    for (const answer of answers) {
      await wizard.getByLabel(answer, { exact: true }).check();
      await looksGood(page, 3);
      await goOnIn(page, 'lucka-document-wizard');
    }
    await wizard.getByRole('heading', { name: 'Your guidance' }).waitFor();
    await wizard.getByRole('checkbox').first().check();
    await looksGood(page, 5);
    await wizard
      .getByRole('button', { name: /^Change answer to/ })
      .first()
      .click();
    await wizard.getByLabel('No', { exact: true }).waitFor();
    assert.deepEqual(faults, []);
  });

  test('a visit is booked, step by step', async () => {
    const { page, faults } = await accepted();
    const picker = page.locator('lucka-booking-picker');
    await picker.getByRole('radio', { name: 'Yes, I have the letter' }).check();
    await picker.getByLabel('Reference number from your letter').fill(letters.next());
    await looksGood(page, 4);
    await goOnIn(page, 'lucka-booking-picker');
    for (const choice of ['Boden', /available times?$/, '09:00']) {
      await picker.getByRole('radio', { name: choice }).first().check();
      await looksGood(page, 4);
      await goOnIn(page, 'lucka-booking-picker');
    }
    await picker.getByRole('button', { name: 'Book this time' }).waitFor();
    await looksGood(page, 1);
    await picker.getByRole('button', { name: 'Book this time' }).click();
    await picker.getByRole('heading', { name: 'Your visit is booked' }).waitFor();
    await looksGood(page, 1);
    assert.deepEqual(faults, []);
  });

  test('all five are there in Swedish', async () => {
    const { page, faults } = await accepted('/sv');
    await page.locator('lucka-document-wizard').getByRole('button', { name: 'Börja' }).waitFor();
    await page.locator('lucka-message-composer').getByRole('button', { name: 'Skicka' }).waitFor();
    await page.locator('lucka-maintenance-banner').getByRole('heading').first().waitFor();
    await page.locator('lucka-booking-picker').getByRole('radio').first().waitFor();
    await looksGood(page, 6);
    assert.deepEqual(faults, []);
  });
});
