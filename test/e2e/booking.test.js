import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser, watchedPage } from '../support/browser.js';
import { clientOf } from '../support/client.js';
import { letters, Office } from '../support/office.js';
import { startService } from '../support/service.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').BrowserContext} BrowserContext */

/** The picker on the demo agency's page, with the real service on its real database. */
describe('a booking on the demo page', () => {
  /** @type {Awaited<ReturnType<typeof startService>>} */
  let service;
  /** @type {import('playwright-core').Browser} */
  let browser;

  before(async () => {
    [service, browser] = await Promise.all([startService(), launchBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await service?.remove();
  });

  /** A person with a browser of their own. */
  async function person(timezoneId = 'Europe/Stockholm') {
    const context = await browser.newContext({ locale: 'sv-SE', timezoneId });
    const { page, faults } = await watchedPage(context, service.address);
    await page.goto(service.address);
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    return { page, faults, picker: page.locator('lucka-booking-picker') };
  }

  /** @param {Page} page */
  const goOn = (page) =>
    page.locator('lucka-booking-picker').getByRole('button', { name: 'Continue' }).click();

  /** From the gate to the times of the office's first day. @param {Page} page @param {string} [office] */
  async function toTimes(page, office = 'Boden') {
    const picker = page.locator('lucka-booking-picker');
    await picker.getByRole('radio', { name: 'Yes, I have the letter' }).check();
    await picker.getByLabel('Reference number from your letter').fill(letters.next());
    await goOn(page);
    await picker.getByRole('radio', { name: office }).check();
    await goOn(page);
    await picker
      .getByRole('radio', { name: /available times?$/ })
      .first()
      .check();
    await goOn(page);
    await picker.getByRole('heading', { name: /^Which time suits you on/ }).waitFor();
  }

  /** @param {Page} page @param {string} time */
  async function hold(page, time) {
    await page.locator('lucka-booking-picker').getByRole('radio', { name: time }).check();
    await goOn(page);
  }

  /** @param {Page} page */
  const book = (page) =>
    page.locator('lucka-booking-picker').getByRole('button', { name: 'Book this time' });
  /** @param {Page} page */
  const receipt = (page) =>
    page.locator('lucka-booking-picker').getByRole('heading', { name: 'Your visit is booked' });

  /** How many times of an office are free in the next three weeks. @param {string} office */
  const freeTimes = async (office) =>
    (await new Office(clientOf(service.address), office).freeSlots()).length;

  test('goes from the letter to the receipt under the strict policy', async () => {
    const { page, faults, picker } = await person();
    await toTimes(page);
    await hold(page, '09:00');
    await book(page).click();
    await receipt(page).waitFor();
    assert.match(await picker.locator('[part~="receipt"] dd.number').innerText(), /^[\w-]{8,}$/);
    assert.deepEqual(faults, []);
  });

  test('is shown again in the same session after a reload, and in no other', async () => {
    const { page, picker } = await person();
    await toTimes(page, 'Boden');
    const letter = `LUCKA-${String(letters.used).padStart(4, '0')}`;
    await hold(page, '14:30');
    await book(page).click();
    await receipt(page).waitFor();
    await picker.getByText('Keep the reference.').waitFor();
    const reference = await picker.locator('[part~="receipt"] dd.number').innerText();
    const when = await picker.getByText(/ at 14:30$/).innerText();

    const other = await person();
    await page.reload();
    for (const one of [page, other.page]) {
      const shown = one.locator('lucka-booking-picker');
      await shown.getByRole('radio', { name: 'Yes, I have the letter' }).check();
      await shown.getByLabel('Reference number from your letter').fill(letter);
      await goOn(one);
      await shown.getByText('You have already booked a visit').waitFor();
    }
    await picker.getByText(when).waitFor();
    await picker.getByText(reference).waitFor();
    assert.equal(await other.picker.getByText(reference).count(), 0);
    assert.equal(await other.picker.getByText(when).count(), 0);
  });

  test('must show 5: two pickers take the same time at once: one books, the other keeps office and day and gets three others', async () => {
    const people = await Promise.all([person(), person()]);
    for (const { page } of people) {
      await toTimes(page, 'Malmö');
      await page.locator('lucka-booking-picker').getByRole('radio', { name: '10:00' }).check();
    }
    const before = await freeTimes('malmo');
    await Promise.all(people.map(({ page }) => goOn(page)));
    const isHeld = (/** @type {{ page: Page }} */ { page }) =>
      Promise.race([
        book(page)
          .waitFor()
          .then(() => true),
        page
          .locator('lucka-booking-picker #problem')
          .waitFor()
          .then(() => false),
      ]);
    const held = await Promise.all(people.map(isHeld));
    assert.deepEqual([...held].sort(), [false, true]);
    const [winner, loser] = held[0] ? people : [people[1], people[0]];
    await book(winner.page).click();
    await receipt(winner.page).waitFor();

    const { picker } = loser;
    await picker.getByText('10:00 is no longer available').waitFor();
    const focused = await loser.page.evaluate(
      () => document.activeElement?.shadowRoot?.activeElement?.id,
    );
    assert.equal(focused, 'problem');
    assert.deepEqual(await picker.locator('[part~="row"] dt').allInnerTexts(), ['Office', 'Day']);
    assert.equal(await picker.getByRole('radio').count(), 3);
    await picker.getByRole('radio').first().check();
    await goOn(loser.page);
    await book(loser.page).click();
    await receipt(loser.page).waitFor();
    assert.equal(await freeTimes('malmo'), before - 2);
  });

  test('must show 7: a double click on Book makes one booking in the database', async () => {
    const { page } = await person();
    await toTimes(page, 'Gothenburg');
    const before = await freeTimes('goteborg');
    await hold(page, '11:00');
    let requests = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/api/bookings')) requests++;
    });
    await book(page).dblclick();
    await receipt(page).waitFor();
    assert.equal(requests, 1);
    assert.equal(await freeTimes('goteborg'), before - 1);
  });

  for (const lost of [1, 2])
    test(`must show 7: a connection cut after the request, ${lost} times: one booking in the database`, async () => {
      const { page, picker } = await person();
      await toTimes(page, 'Sundsvall');
      const before = await freeTimes('sundsvall');
      await hold(page, lost === 1 ? '09:30' : '13:00');
      /** @type {string[]} */
      const references = [];
      await page.route('**/api/bookings', async (route) => {
        const answer = await route.fetch();
        references.push((await answer.json()).reference);
        // The service has booked it; the connection breaks before the browser hears of it.
        if (references.length <= lost) await route.abort('connectionreset');
        else await route.fulfill({ response: answer });
      });
      await book(page).click();
      await receipt(page).waitFor();
      assert.equal(new Set(references).size, 1);
      const shown = picker.locator('[part~="receipt"] dd.number');
      assert.equal(await shown.innerText(), references[0]);
      assert.equal(await freeTimes('sundsvall'), before - 1);
    });

  test('says that nobody knows when the service is gone, and finds out once it is back', async () => {
    const { page, picker } = await person();
    await toTimes(page, 'Växjö');
    const before = await freeTimes('vaxjo');
    await hold(page, '14:00');
    let isFirst = true;
    await page.route(/\/api\/(?:bookings|holds)/, async (route) => {
      if (isFirst) await route.fetch();
      isFirst = false;
      await route.abort('connectionreset');
    });
    await book(page).click();
    await picker.getByText('We do not know whether your visit is booked').waitFor();
    await page.unroute(/\/api\/(?:bookings|holds)/);
    await picker.getByRole('button', { name: 'Check again' }).click();
    await receipt(page).waitFor();
    assert.equal(await freeTimes('vaxjo'), before - 1);
  });

  test('is moved and cancelled, and the old time is free again', async () => {
    const { page, picker } = await person();
    await toTimes(page, 'Örebro');
    const before = await freeTimes('orebro');
    await hold(page, '09:00');
    await book(page).click();
    await receipt(page).waitFor();
    await picker.getByRole('button', { name: 'Change the time' }).click();
    await picker.getByRole('heading', { name: 'Which office do you want to visit?' }).waitFor();
    await goOn(page);
    await picker
      .getByRole('radio', { name: /available times?$/ })
      .first()
      .check();
    await goOn(page);
    await hold(page, '10:30');
    await picker.getByRole('button', { name: 'Change to this time' }).click();
    await picker.getByRole('heading', { name: 'Your visit has been changed' }).waitFor();
    await picker.getByText('at 10:30').waitFor();
    assert.equal(await freeTimes('orebro'), before - 1);
    await picker.getByRole('button', { name: 'Cancel the visit' }).click();
    await picker.getByRole('heading', { name: 'Cancel your visit?' }).waitFor();
    await picker.getByRole('button', { name: 'Cancel the visit' }).click();
    await picker.getByRole('heading', { name: 'Your visit has been cancelled' }).waitFor();
    assert.equal(await freeTimes('orebro'), before);
  });

  test('must show 12: neither letter nor reference is in storage, console or the page’s address', async () => {
    const { page, picker } = await person();
    /** @type {string[]} */
    const written = [];
    page.on('console', (message) => written.push(message.text()));
    await toTimes(page, 'Norrköping');
    const letter = `LUCKA-${String(letters.used).padStart(4, '0')}`;
    await hold(page, '09:00');
    await book(page).click();
    await receipt(page).waitFor();
    const reference = await picker.locator('[part~="receipt"] dd.number').innerText();
    const places = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, history.state]),
    );
    for (const secret of [letter, reference])
      assert.ok(![places, page.url(), ...written].join('\n').includes(secret));
  });

  const DAYS = [
    ['2027-03-25', 'Thursday 25 March', '20270325T080000Z'],
    ['2027-03-30', 'Tuesday 30 March', '20270330T070000Z'],
    ['2027-10-29', 'Friday 29 October', '20271029T070000Z'],
    ['2027-11-01', 'Monday 1 November', '20271101T080000Z'],
  ];

  for (const zone of ['America/New_York', 'Asia/Tokyo'])
    test(`must show 4: with the browser in ${zone} nine o’clock in Sweden is nine o’clock, on the right day`, async () => {
      const { page, picker } = await person(zone);
      for (const [date = '', name = '', utc] of DAYS) {
        const offset = utc?.includes('T08') ? '+01:00' : '+02:00';
        await page.evaluate(
          ([day, zoneOffset]) => {
            const slot = {
              id: `boden-${day}`,
              startsAt: `${day}T09:00:00${zoneOffset}`,
              endsAt: `${day}T09:30:00${zoneOffset}`,
            };
            const office = {
              ...{ id: 'boden', name: { sv: 'Boden', en: 'Boden' }, address: null },
              ...{ timeZone: 'Europe/Stockholm', lat: null, lon: null },
            };
            const hold = { holdId: 'h', slot, expiresAt: '2027-03-20T09:10:00+01:00' };
            const booking = { reference: 'K7QM-4XTD', status: 'booked', office, slot };
            const list = {
              ...{ officeId: 'boden', timeZone: 'Europe/Stockholm', publishedUntil: day },
              ...{
                nextAvailable: slot.startsAt,
                days: [{ date: day, closed: null, slots: [slot] }],
              },
            };
            const picker1 = /** @type {any} */ (document.querySelector('lucka-booking-picker'));
            picker1.reset();
            picker1.letterGate = 'passed';
            picker1.service = {
              now: () => new Date('2027-03-20T09:00:00+01:00'),
              listOffices: async () => ({ offices: [{ ...office, nextAvailable: slot.startsAt }] }),
              listSlots: async () => list,
              createHold: async () => ({ ...hold, extensionsLeft: 12 }),
              releaseHold: async () => undefined,
              createBooking: async () => ({ ...booking, sequence: 0, changeUntil: null }),
            };
            picker1.reset();
          },
          [date, offset],
        );
        await picker.getByText('Next available:').waitFor();
        await picker.getByRole('radio', { name: 'Boden' }).check();
        await goOn(page);
        await picker
          .getByRole('radio', { name: new RegExp(`^${name} ?, 1 available time$`) })
          .check();
        await goOn(page);
        await picker
          .getByText('All times are Swedish time. Your device is set to a different time.')
          .waitFor();
        const group = picker.getByRole('group', { name: `Morning, ${name} 2027` });
        await group.getByRole('radio', { name: '09:00' }).check();
        await goOn(page);
        await picker.getByText('09:00–09:30').waitFor();
        await book(page).click();
        await picker.getByText(`${name} 2027 at 09:00`).waitFor();
        const saving = page.waitForEvent('download');
        await picker.getByRole('button', { name: 'Add to my calendar' }).click();
        const stream = await (await saving).createReadStream();
        let file = '';
        for await (const chunk of stream) file += chunk;
        assert.match(file, new RegExp(`\r\nDTSTART:${utc}\r\n`));
      }
    });
});
