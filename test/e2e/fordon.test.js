import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser, watchedPage } from '../support/browser.js';
import { startService } from '../support/service.js';

/** What a visitor does on the page of the second agency, in each of its languages. */
const WORDS = {
  en: {
    path: '/fordon',
    accept: 'Accept',
    start: 'Start',
    next: 'Continue',
    answers: ['In Sweden', 'It is off the road', 'A passenger car or a light lorry'],
    office: 'Kiruna',
    write: 'Your message',
    send: 'Send message',
    sent: 'Your message has been sent',
    booked: 'Your visit is booked',
    book: 'Book this time',
    notice: 'My vehicles has new terms of use',
    day: /available times?/,
  },
  sv: {
    path: '/fordon/sv',
    accept: 'Godkänn',
    start: 'Börja',
    next: 'Fortsätt',
    answers: ['I Sverige', 'Det är avställt', 'En personbil eller en lätt lastbil'],
    office: 'Visby',
    write: 'Ditt meddelande',
    send: 'Skicka meddelandet',
    sent: 'Ditt meddelande är skickat',
    booked: 'Ditt besök är bokat',
    book: 'Boka den här tiden',
    notice: 'Mina fordon har nya användarvillkor',
    day: /lediga? tid/,
  },
  nb: {
    path: '/fordon/nb',
    accept: 'Godta',
    start: 'Start',
    next: 'Fortsett',
    answers: [
      'I Sverige',
      'Det er avregistrert for en tid (avställt)',
      'En personbil eller en lett lastebil',
    ],
    office: 'Umeå',
    write: 'Meldingen din',
    send: 'Send meldingen',
    sent: 'Meldingen din er sendt',
    booked: 'Besøket ditt er bestilt',
    book: 'Bestill dette tidspunktet',
    notice: 'My vehicles has new terms of use',
    day: /ledige? tidspunkt/,
  },
};

describe('the page of Fordonsverket, an agency with its own content', () => {
  /** @type {Awaited<ReturnType<typeof startService>>} */
  let service;
  /** @type {import('playwright-core').Browser} */
  let browser;
  before(async () => {
    service = await startService();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await service?.remove();
  });

  for (const [lang, words] of Object.entries(WORDS))
    test(`serves a visitor in ${lang}: terms, a flow, a visit, a message and a notice`, async () => {
      const context = await browser.newContext();
      const { page, faults } = await watchedPage(context, service.address);
      /** @type {string[]} */
      const loaded = [];
      page.on('request', (request) => loaded.push(request.url()));
      await page.goto(service.address + words.path);
      await page.getByRole('button', { name: words.accept, exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.getByRole('heading', { name: words.notice }).waitFor({ timeout: 10_000 });

      const wizard = page.locator('lucka-document-wizard');
      await wizard.getByRole('button', { name: words.start, exact: true }).click();
      for (const answer of words.answers) {
        await wizard.getByRole('radio', { name: answer, exact: true }).check();
        await wizard.getByRole('button', { name: words.next }).click();
      }
      await wizard.getByRole('checkbox').first().waitFor({ timeout: 10_000 });

      const picker = page.locator('lucka-booking-picker');
      await picker.getByRole('radio', { name: new RegExp(`^${words.office}`) }).check();
      assert.equal(await picker.getByRole('radio').count(), 14);
      await picker.getByRole('button', { name: words.next }).click();
      await picker.getByRole('radio', { name: words.day }).first().check();
      await picker.getByRole('button', { name: words.next }).click();
      await picker.getByRole('radio').first().check();
      await picker.getByRole('button', { name: words.next }).click();
      await picker.getByRole('button', { name: words.book }).click();
      await picker.getByText(words.booked).first().waitFor({ timeout: 10_000 });

      const composer = page.locator('lucka-message-composer');
      await composer
        .getByRole('textbox', { name: words.write })
        .fill('Hej! När kan jag hämta mina skyltar hos er?');
      await composer.getByRole('button', { name: words.send }).click();
      await composer.getByText(words.sent).first().waitFor({ timeout: 10_000 });

      const text = await page.evaluate(() => {
        /** @type {(root: ParentNode) => string} */
        const read = (root) =>
          [...root.querySelectorAll('*')]
            .map((each) => (each.shadowRoot ? read(each.shadowRoot) : '') + each.textContent)
            .join(' ');
        return read(document);
      });
      assert.doesNotMatch(text, /Migration/);
      assert.ok(!loaded.some((address) => /\/parse-|marked/.test(address)), 'no parser is loaded');
      assert.deepEqual(faults, []);
      await context.close();
    });

  test('lists its own fourteen offices, and the other agency its eight', async () => {
    const list = async (/** @type {string} */ place) => {
      const response = await fetch(`${service.address}/${place}/offices`);
      return (await response.json()).offices.map((/** @type {{ id: string }} */ { id }) => id);
    };
    const [own, other] = [await list('fordon/api'), await list('api')];
    assert.deepEqual([own.length, other.length], [14, 8]);
    assert.ok(own.includes('visby') && !other.includes('visby'));
  });

  test('has its pack cached for ever but for the index', async () => {
    const index = await fetch(`${service.address}/fordon/content/pack.json`);
    assert.equal(index.headers.get('cache-control'), 'no-cache');
    const { documents } = await index.json();
    const { src } = documents['flows/vehicle'].nb;
    const document = await fetch(`${service.address}/fordon/content/${src}`);
    assert.match(document.headers.get('cache-control') ?? '', /immutable/);
    assert.equal((await fetch(`${service.address}/fordon/content/../../package.json`)).status, 404);
  });
});
