import { expect } from '@open-wc/testing';
import { picker, serviceAt } from '../../support/booking-picker.js';
import { expectFocusOn, resetPage, until } from '../../support/page.js';

/** What a screen reader says when the focus moves to what is in the way: it must contain a way on. */
describe('lucka-booking-picker, how to go on', () => {
  afterEach(resetPage);

  const closed = 'Visits cannot be booked here right now. Try again later.';
  const elsewhere = 'You can also read “Book in another way” below.';

  it('says to try again later while booking is closed, and what is below', async () => {
    const service = serviceAt().fail('listOffices', 'closed');
    const page = await picker({ service, attributes: { 'letter-gate': 'passed' } });
    await page.says('Booking is closed');
    expect(page.descriptionOf('#problem')).to.equal(`${closed} ${elsewhere}`);
    expect(page.subheadings).to.include('Book in another way');
    page.button('Try again');
  });

  it('names nothing below where nothing is below while booking is closed', async () => {
    const page = await picker();
    await page.toCheck();
    page.service.fail('createBooking', 'closed');
    await page.press('Book this time');
    await page.says('Booking is closed');
    expectFocusOn(page.root.querySelector('#problem'));
    expect(page.descriptionOf('#problem')).to.equal(closed);
    expect(page.subheadings).not.to.include('Book in another way');
    page.button('Try again');
  });

  for (const [code, text] of [
    ['offline', 'You are not connected to the internet. Check your connection, then try again.'],
    ['network', 'The connection to the service was lost. Check your connection, then try again.'],
    ['timeout', 'The service is taking too long to respond. Try again in a few minutes.'],
  ] as const)
    it(`says what to do after "${code}"`, async () => {
      const service = serviceAt().fail('listSlots', code);
      const page = await picker({ service });
      await page.throughGate();
      await until(() => page.part('next-free'), 'free times are known');
      await page.choose('Boden');
      await page.press('Continue');
      await page.has('#problem');
      expect(page.descriptionOf('#problem')).to.equal(text);
      page.button('Try again');
    });
});
