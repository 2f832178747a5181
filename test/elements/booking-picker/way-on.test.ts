import { expect } from '@open-wc/testing';
import { picker, serviceAt } from '../../support/booking-picker.js';
import { expectFocusOn, resetPage, until } from '../../support/page.js';

const EVERYWHERE = [
  ...['malmo', 'vaxjo', 'goteborg', 'norrkoping'],
  ...['orebro', 'sundbyberg', 'sundsvall', 'boden'],
];

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

  it('says to choose another town where an office has no available times', async () => {
    const page = await picker({ service: serviceAt({ emptyOffices: ['boden'] }) });
    await page.toDays('Boden');
    await page.shows('No available times in Boden');
    expectFocusOn(page.root.querySelector('#step'));
    expect(page.descriptionOf('#step')).to.equal(
      'Times have been published up to and including 11 June 2027. Choose one of the other towns below.',
    );
    expect(page.options).to.have.lengthOf(2);
  });

  it('says to look again later where no office has available times', async () => {
    const page = await picker({ service: serviceAt({ emptyOffices: EVERYWHERE }) });
    await page.toDays('Boden');
    await page.shows('No available times in Boden');
    expect(page.descriptionOf('#step')).to.equal(
      'Times have been published up to and including 11 June 2027. Choose another office, or look again later.',
    );
    expect(page.options).to.deep.equal([]);
    page.button('Choose another office');
  });

  it('says what can be done with a time that is reserved already', async () => {
    const service = serviceAt();
    await service.createHold({ slotId: 'sundbyberg-20270326-1100' }, { idempotencyKey: 'old' });
    const page = await picker({ service });
    await page.toTimes();
    await page.choose('09:00');
    await page.press('Continue');
    await page.says('You have already reserved another time');
    expectFocusOn(page.root.querySelector('#problem'));
    expect(page.descriptionOf('#problem')).to.equal(
      'It is on Friday 26 March at 11:00. It is reserved until 09:10. ' +
        'You can continue with it, reserve the time you just chose instead, or choose another time.',
    );
  });
});
