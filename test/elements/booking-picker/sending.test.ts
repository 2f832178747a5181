import { expect } from '@open-wc/testing';
import { picker, serviceAt, type Picker } from '../../support/booking-picker.js';
import {
  axeViolations,
  count,
  eventsOf,
  expectFocusOn,
  resetPage,
  textOf,
  until,
} from '../../support/page.js';
import type { MemoryBookings } from '../../../src/testing.js';

async function atCheck(service: MemoryBookings = serviceAt()): Promise<Picker> {
  const page = await picker({ service });
  await page.toCheck();
  return page;
}

describe('lucka-booking-picker, booking once', () => {
  afterEach(resetPage);

  it('must show 7: a double click books once', async () => {
    const page = await atCheck();
    const button = page.button('Book this time');
    button.click();
    button.click();
    await page.shows('Your visit is booked');
    expect(page.service.count('createBooking')).to.equal(1);
    expect(page.service.bookings.size).to.equal(1);
  });

  for (const loss of ['before', 'after'] as const)
    it(`must show 7: a connection cut ${loss} the service did its work: one booking, found out by itself`, async () => {
      const page = await atCheck();
      page.service.lose('createBooking', loss);
      await page.press('Book this time');
      await page.says('We are checking if your visit is booked.');
      await page.shows('Your visit is booked');
      const calls = page.service.calls.filter(({ operation }) => operation === 'createBooking');
      expect(new Set(calls.map(({ key }) => key)).size).to.equal(1);
      expect(page.service.bookings.size).to.equal(1);
    });

  it('must show 7: with every answer lost the booking is found by its key', async () => {
    const page = await atCheck();
    page.service.lose('createBooking').lose('createBooking');
    await page.press('Book this time');
    await page.shows('Your visit is booked');
    expect(page.service.count('findBooking')).to.equal(1);
    expect(page.service.bookings.size).to.equal(1);
  });

  it('says that nobody knows, and finds out again with the same key: never a second booking', async () => {
    const page = await atCheck();
    const errors = eventsOf(page.element, 'lucka-booking-error');
    for (const operation of ['createBooking', 'findBooking', 'releaseHold'] as const)
      page.service.lose(operation).lose(operation);
    await page.press('Book this time');
    await page.says('We do not know whether your visit is booked');
    expectFocusOn(page.root.querySelector('#problem'));
    expect(errors.map(({ code }) => code)).to.deep.equal(['unknown']);
    expect(count(page.root, '[part~="confirm"], [part~="change"]')).to.equal(0);
    expect(page.rows[2]).to.equal('Time: 09:00–09:30');
    expect(await axeViolations(page.element)).to.deep.equal([]);
    await page.press('Check again');
    await page.shows('Your visit is booked');
    const calls = page.service.calls.filter(({ operation }) => operation === 'createBooking');
    expect(new Set(calls.map(({ key }) => key)).size).to.equal(1);
    expect(page.service.bookings.size).to.equal(1);
  });

  it('knows that nothing was booked once the hold is given back, and that the time is free', async () => {
    const page = await atCheck();
    page.service.lose('createBooking', 'before').lose('createBooking', 'before');
    await page.press('Book this time');
    await page.says('09:00 is no longer reserved for you');
    expect(page.problem).to.contain('you have not booked it');
    expect(page.service.bookings.size).to.equal(0);
    await page.press('Reserve the time again');
    await until(() => page.part('hold'), 'it is held again');
    await page.press('Book this time');
    await page.shows('Your visit is booked');
  });

  it('waits while the server is still at work on the same request', async () => {
    const page = await atCheck();
    page.service.fail('createBooking', 'in-progress', { retryAfter: 0 });
    await page.press('Book this time');
    await page.shows('Your visit is booked');
    const [first, second] = page.service.calls.filter(
      ({ operation }) => operation === 'createBooking',
    );
    expect(first?.key).to.equal(second?.key);
  });

  it('is found out again after it was taken from the page while booking', async () => {
    const page = await atCheck();
    page.service.pause();
    page.button('Book this time').click();
    await page.settled();
    const place = page.element.parentElement!;
    page.element.remove();
    await page.settled();
    page.service.resume();
    place.append(page.element);
    await page.settled();
    await page.press('Book this time');
    await page.shows('Your visit is booked');
    expect(page.service.bookings.size).to.equal(1);
  });

  it('lets the page book itself', async () => {
    const page = await atCheck();
    page.element.addEventListener('lucka-booking-book', (event) => event.preventDefault());
    const asked = eventsOf(page.element, 'lucka-booking-book');
    await page.press('Book this time');
    expect(asked.map(({ slot }) => slot.id)).to.deep.equal(['sundbyberg-20270325-0900']);
    expect(page.service.count('createBooking')).to.equal(0);
    expect(page.heading).to.equal('Check and book');
  });

  it('shows the booking that is there already', async () => {
    const page = await atCheck();
    const [slot] = page.service.slots.free('boden', new Set());
    const { reference } = await page.service.createBooking(
      { slotId: slot?.id ?? '' },
      { idempotencyKey: 'another page' },
    );
    await page.press('Book this time');
    await page.says('You have already booked a visit');
    expect(page.text).to.contain(reference);
    await page.press('Show my booked visit');
    await page.shows('Your booked visit');
    expect(page.text).to.contain('Boden');
    expect(page.service.bookings.size).to.equal(1);
  });

  it('asks again for a letter that is refused when booking', async () => {
    const page = await picker({ attributes: { 'letter-gate': 'reference' } });
    await page.toTimes();
    page.service.fail('createHold', 'letter-invalid');
    await page.choose('09:00');
    await page.press('Continue');
    await page.says('This reference number cannot be used.');
    expectFocusOn(page.field('letter'));
    expect(page.field('letter').value).to.equal('LUCKA-0001');
    await until(() => page.status === 'The time could not be reserved.', 'it is said, too');
  });

  it('says that nothing was booked when the letter is refused as late as that', async () => {
    const page = await picker({ attributes: { 'letter-gate': 'reference' } });
    await page.toCheck();
    page.service.fail('createBooking', 'letter-invalid');
    await page.press('Book this time');
    await page.says('This reference number cannot be used.');
    expectFocusOn(page.field('letter'));
    await until(() => page.status === 'Your visit was not booked.', 'it is said, too');
  });

  it('hands the slip back: when, where, reference, what to do, S38', async () => {
    const page = await atCheck();
    await page.press('Book this time');
    await page.shows('Your visit is booked');
    expect(page.text).to.contain('Follow the instructions in your letter.');
    expect(page.text).to.contain('there is a risk that you will not become a Swedish citizen');
    expect(textOf(page.part('calendar'))).to.equal('Add to my calendar');
    expect(textOf(page.part('cancel'))).to.equal('Cancel the visit');
    expect(page.element.booking?.reference).to.equal(page.element.value);
  });
});
