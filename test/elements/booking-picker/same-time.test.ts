import { expect } from '@open-wc/testing';
import { Clock, picker, serviceAt } from '../../support/booking-picker.js';
import { resetPage, until } from '../../support/page.js';

const FIRST = 'sundbyberg-20270325-0900';
const SECOND = 'sundbyberg-20270325-0900-2';

describe('lucka-booking-picker where two people can come at the same time', () => {
  afterEach(resetPage);

  it('shows the time once', async () => {
    const page = await picker({ service: serviceAt({ places: 2 }) });
    await page.toTimes();
    expect(page.options.filter((time) => time === '09:00')).to.have.length(1);
  });

  it('holds the other place when one is taken', async () => {
    const service = serviceAt({ places: 2 });
    const page = await picker({ service });
    await page.toTimes();
    service.take(FIRST);
    await page.answer('09:00', 'Check and book');
    expect(page.rows[2]).to.equal('Time: 09:00–09:30');
    const holds = [...service.holds.values()].map(({ slot }) => slot.id);
    expect(holds).to.deep.equal([SECOND]);
    await page.press('Book this time');
    await page.shows('Your visit is booked');
  });

  it('says that the time is taken when both places are', async () => {
    const service = serviceAt({ places: 2 });
    const page = await picker({ service });
    await page.toTimes();
    service.take(FIRST);
    service.take(SECOND);
    await page.choose('09:00');
    await page.press('Continue');
    await page.says('09:00 is no longer available');
  });

  it('books the other place where there are no holds', async () => {
    const service = serviceAt({ places: 2 });
    const page = await picker({ service, attributes: { 'no-hold': true } });
    await page.toCheck();
    service.take(FIRST);
    await page.press('Book this time');
    await page.shows('Your visit is booked');
    expect([...service.bookings.values()].map(({ slot }) => slot.id)).to.deep.equal([SECOND]);
  });

  it('says that the time is still free after a hold when only the other place is', async () => {
    const clock = new Clock();
    const service = serviceAt({ places: 2, now: clock.now });
    const page = await picker({ service });
    await page.toCheck();
    service.take(FIRST);
    clock.forward(11);
    document.dispatchEvent(new Event('visibilitychange'));
    await page.says('09:00 is no longer reserved for you');
    expect(page.problem).to.contain('The time is still available');
    await page.press('Reserve the time again');
    await until(() => page.part('hold'), 'it is held again');
    await page.press('Book this time');
    await page.shows('Your visit is booked');
  });
});
