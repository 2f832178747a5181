import { expect } from '@open-wc/testing';
import { picker, serviceAt, type Picker } from '../../support/booking-picker.js';
import { expectFocusOn, resetPage, textOf, until } from '../../support/page.js';

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

  it('says that nothing was booked, and names nothing below, when booking has closed meanwhile', async () => {
    const page = await picker();
    await page.toCheck();
    page.service.fail('createBooking', 'closed');
    await page.press('Book this time');
    await page.says('Booking is closed');
    expectFocusOn(page.root.querySelector('#problem'));
    expect(page.descriptionOf('#problem')).to.equal(`Your visit was not booked. ${closed}`);
    expect(page.subheadings).not.to.include('Book in another way');
    page.button('Try again');
  });

  it('says that a time was not reserved when booking has closed meanwhile', async () => {
    const page = await picker();
    await page.toTimes();
    await page.choose('10:00');
    page.service.fail('createHold', 'closed');
    await page.press('Continue');
    await page.says('Booking is closed');
    expect(page.descriptionOf('#problem')).to.equal(
      `The time could not be reserved. ${closed} ${elsewhere}`,
    );
  });

  const alreadyBooked = 'You can change it to another time or cancel it.';
  const noNewVisit = 'No new visit was booked at the time you just chose.';

  it('says once that nothing was booked at the chosen time when a visit is booked already', async () => {
    const page = await picker();
    await page.toCheck();
    page.service.fail('createBooking', 'already-booked');
    await page.press('Book this time');
    await page.says('You have already booked a visit');
    expect(page.descriptionOf('#problem')).to.equal(`${alreadyBooked} ${noNewVisit}`);
    expect(page.text.split(noNewVisit), 'said once').to.have.lengthOf(2);
  });

  it('does not speak of a chosen time when a visit is found before one is chosen', async () => {
    const service = serviceAt();
    service.checkLetter = () => Promise.resolve({ bookBy: null, alreadyBooked: true });
    const page = await picker({ service, attributes: { 'letter-gate': 'reference' } });
    await page.choose('Yes');
    await page.write('letter', 'LUCKA-0001');
    await page.press('Continue');
    await page.says('You have already booked a visit');
    expect(page.descriptionOf('#problem')).to.equal(alreadyBooked);
  });

  it('names what failed by what was asked for, not by the step', async () => {
    const page = await picker({ service: serviceAt({ holdMinutes: 1 }) });
    await page.toCheck();
    const headingAfter = async (button: string) => {
      await page.press(button);
      await page.has('#problem');
      return textOf(page.root.querySelector('#problem-heading'));
    };
    page.service.fail('extendHold', 'internal');
    expect(await headingAfter('Reserve it for longer')).to.equal(
      'The time was not reserved for longer',
    );
    page.button('Try again');
    page.service.fail('createBooking', 'already-booked');
    await page.press('Book this time');
    await page.says('You have already booked a visit');
    page.service.fail('getBooking', 'internal');
    page.element.reschedule('BOOK-0001-4QM4').catch(() => undefined);
    await page.says('There is a problem with the service.');
    expect(textOf(page.root.querySelector('#problem-heading'))).to.equal('Something went wrong');
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

  const letters = {
    'letter-expired':
      'The last day to book with this letter has passed. Contact the agency that sent it. The contact details are in your letter.',
    'letter-invalid':
      'Your letter cannot be used to book here. Contact the agency that sent it. The contact details are in your letter.',
  };
  for (const [code, text] of Object.entries(letters)) {
    it(`does not offer to book again after "${code}", and says whom to contact`, async () => {
      const page = await picker();
      await page.toCheck();
      page.service.fail('createBooking', code);
      await page.press('Book this time');
      await page.says('Your visit was not booked');
      expect(page.descriptionOf('#problem')).to.equal(text);
      expect(page.buttons).not.to.include('Try again');
      expect(page.buttons).not.to.include('Book this time');
      await page.press('Back');
      await page.shows('Which time suits you on');
    });

    it(`does not offer to reserve the time again after "${code}"`, async () => {
      const page = await picker();
      await page.toTimes();
      await page.choose('10:00');
      page.service.fail('createHold', code);
      await page.press('Continue');
      await page.says('The time could not be reserved');
      expect(page.descriptionOf('#problem')).to.equal(text);
      expect(page.buttons).not.to.include('Try again');
    });
  }

  it('does not offer to extend a hold again that cannot be extended', async () => {
    const page = await picker({ service: serviceAt({ holdMinutes: 1 }) });
    await page.toCheck();
    await until(() => page.status, 'the end is announced');
    page.service.fail('extendHold', 'no-extensions');
    await page.press('Reserve it for longer');
    await page.has('#problem');
    expectFocusOn(page.root.querySelector('#problem'));
    expect(textOf(page.root.querySelector('#problem-heading'))).to.equal(
      'The time was not reserved for longer',
    );
    expect(page.descriptionOf('#problem')).to.equal(
      'The time cannot be reserved for longer. Finish before the reservation ends.',
    );
    expect(page.buttons).not.to.include('Try again');
    expect(page.buttons).not.to.include('Reserve it for longer');
    const reason = 'The time cannot be reserved for longer.';
    expect(page.text.split(reason), 'said once').to.have.lengthOf(2);
    page.service.fail('createBooking', 'internal');
    await page.press('Book this time');
    await page.says('Your visit was not booked');
    expect(page.part('hold')?.textContent).to.contain(reason);
    await page.press('Book this time');
    await page.shows('Your visit is booked');
  });

  it('says to choose another office when the service does not know the office', async () => {
    const service = serviceAt().fail('listSlots', 'not-found');
    const page = await picker({ service });
    await page.toDays('Boden');
    await page.says('The available times cannot be shown');
    expect(page.descriptionOf('#problem')).to.equal(
      'This office cannot be found. Choose another office.',
    );
    expect(page.buttons).not.to.include('Try again');
    await page.press('Choose another office');
    await page.shows('Which office do you want to visit?');
  });

  it('offers to load the offices again when the service does not have them', async () => {
    const service = serviceAt().fail('listOffices', 'not-found');
    const page = await picker({ service });
    await page.answer('Yes', '');
    await page.has('#problem');
    expect(page.descriptionOf('#problem')).to.equal(
      'There is a problem with the service. Try again later.',
    );
    await page.press('Try again');
    await page.shows('Which office do you want to visit?');
  });

  for (const code of ['not-found', 'cancelled', 'too-late'])
    it(`does not speak of a booked visit where there is none, after "${code}"`, async () => {
      const page = await picker();
      await page.toCheck();
      page.service.fail('createBooking', code);
      await page.press('Book this time');
      await page.says('Your visit was not booked');
      expect(page.descriptionOf('#problem')).to.equal(
        'There is a problem with the service. Try again later.',
      );
      await page.press('Try again');
      await page.shows('Your visit is booked');
    });
});

/** A booked visit, looked up. */
async function withVisit(): Promise<Picker> {
  const service = serviceAt();
  const booking = await service.createBooking(
    { slotId: 'boden-20270325-0900' },
    { idempotencyKey: 'another page' },
  );
  const page = await picker({ service, attributes: { mode: 'manage' } });
  await page.write('reference', booking.reference);
  await page.press('Continue');
  await page.shows('Your booked visit');
  return page;
}

describe('lucka-booking-picker, how to go on with a booked visit', () => {
  afterEach(resetPage);

  const refusals = {
    'too-late':
      'It is too late to change or cancel this visit here. If you cannot come, use the contact details in your letter.',
    cancelled:
      'This visit has been cancelled. There is nothing to change. Look it up again to see what you can do.',
    'not-found':
      'We cannot find this visit any more. Look it up again, or use the contact details in your letter.',
  };
  for (const [code, text] of Object.entries(refusals))
    it(`does not offer to change the visit again after "${code}", but to look it up`, async () => {
      const page = await withVisit();
      await page.toChange();
      page.service.fail('changeBookingSlot', code);
      await page.press('Change to this time');
      await page.says('Your visit was not changed');
      expectFocusOn(page.root.querySelector('#problem'));
      expect(page.descriptionOf('#problem')).to.equal(text);
      expect(page.buttons).not.to.include('Try again');
      expect(page.buttons).not.to.include('Change to this time');
      const timesSaid = page.text.split('is still booked.').length - 1;
      expect(timesSaid, 'once, and only if it is known').to.equal(code === 'too-late' ? 1 : 0);
      await page.press('Look up the visit again');
      await page.shows('Your booked visit');
      expectFocusOn(page.root.querySelector('#step'));
    });

  it('does not offer to cancel again when it is too late, but to look the visit up', async () => {
    const page = await withVisit();
    await page.press('Cancel the visit');
    await page.shows('Cancel your visit?');
    page.service.fail('cancelBooking', 'too-late');
    await page.press('Cancel the visit');
    await page.says('Your visit was not cancelled');
    expect(page.descriptionOf('#problem')).to.equal(refusals['too-late']);
    expect(page.buttons).to.deep.equal(['Look up the visit again', 'Keep the visit']);
  });

  it('leads to the reference when a visit to cancel is not found', async () => {
    const page = await withVisit();
    await page.press('Cancel the visit');
    await page.shows('Cancel your visit?');
    page.service.fail('cancelBooking', 'not-found').fail('getBooking', 'not-found');
    await page.press('Cancel the visit');
    await page.says('Your visit was not cancelled');
    expect(page.descriptionOf('#problem')).to.equal(refusals['not-found']);
    expect(page.problem).not.to.contain('is still booked.');
    expect(page.buttons).to.deep.equal(['Look up the visit again']);
    await page.press('Look up the visit again');
    await page.says('We cannot find a booking with this reference number.');
    expectFocusOn(page.field('reference'));
  });

  it('offers to cancel again after an error that may end', async () => {
    const page = await withVisit();
    await page.press('Cancel the visit');
    await page.shows('Cancel your visit?');
    page.service.fail('cancelBooking', 'internal');
    await page.press('Cancel the visit');
    await page.says('Your visit was not cancelled');
    expect(page.buttons).to.deep.equal(['Try again', 'Cancel the visit', 'Keep the visit']);
    await page.press('Try again');
    await page.shows('Your visit has been cancelled');
  });
});
