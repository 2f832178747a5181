import { expect } from '@open-wc/testing';
import { picker } from '../../support/booking-picker.js';
import {
  axeViolations,
  eventsOf,
  expectFocusOn,
  resetPage,
  setPageLanguage,
} from '../../support/page.js';

describe('lucka-booking-picker, booking', () => {
  afterEach(resetPage);

  it('books a visit from the gate to the receipt, and tells the page each step', async () => {
    const page = await picker();
    const booked = eventsOf(page.element, 'lucka-booking-booked');
    const selected = eventsOf(page.element, 'lucka-booking-select');
    const held = eventsOf(page.element, 'lucka-booking-hold');
    await page.book();
    expect(page.steps.join(' ')).to.equal('office day time check booked');
    expect(selected.map(({ slot }) => slot.id)).to.deep.equal(['sundbyberg-20270325-0900']);
    expect(held.map(({ expiresAt }) => expiresAt)).to.deep.equal(['2027-03-20T08:10:00.000Z']);
    expect(
      booked.map(({ officeId, startsAt, endsAt }) => [officeId, startsAt, endsAt]),
    ).to.deep.equal([['sundbyberg', '2027-03-25T08:00:00.000Z', '2027-03-25T08:30:00.000Z']]);
    await page.says(booked[0]?.reference ?? 'no reference');
    await page.says('Thursday 25 March 2027 at 09:00');
    await page.says('Exempelgatan 6, Sundbyberg');
    await page.says('Keep the reference. You need it to see, change or cancel your visit.');
    expectFocusOn(page.root.querySelector('#step'));
    expect(page.service.bookings.size).to.equal(1);
    expect(await axeViolations(page.element)).to.deep.equal([]);
  });

  it('says in Swedish too that the reference is to be kept, as long as it is of use', async () => {
    const page = await picker();
    await page.book();
    await setPageLanguage('sv');
    const kept = 'Spara referensnumret. Du behöver det för att se, ändra eller avboka ditt besök.';
    await page.says(kept);
    await page.press('Avboka besöket');
    await page.shows('Vill du avboka');
    await page.press('Avboka besöket');
    await page.shows('Ditt besök är avbokat');
    expect(page.text).not.to.contain('Spara referensen');
  });
});
