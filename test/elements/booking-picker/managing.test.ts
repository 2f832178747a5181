import { expect } from '@open-wc/testing';
import { picker, serviceAt, type Picker } from '../../support/booking-picker.js';
import {
  axeViolations,
  eventsOf,
  expectFocusOn,
  resetPage,
  textOf,
  until,
} from '../../support/page.js';
import type { MemoryBookings } from '../../../src/testing.js';

/** A service with one booking, and the page to manage it. */
async function managing(
  typed = (reference: string) => ` ${reference.toLowerCase()} `,
): Promise<{ page: Picker; service: MemoryBookings; reference: string }> {
  const service = serviceAt();
  const { reference } = await service.createBooking(
    { slotId: 'boden-20270325-0900', letterReference: 'LUCKA-0001' },
    { idempotencyKey: 'another page' },
  );
  const page = await picker({ service, attributes: { mode: 'manage' } });
  await page.shows('Change or cancel your visit');
  await page.write('reference', typed(reference));
  await page.press('Continue');
  await page.shows('Your booked visit');
  return { page, service, reference };
}

const standing = (service: MemoryBookings) =>
  [...service.bookings.values()].map(({ slot, status }) => `${slot.id} ${status}`).join();

/** The texts of the files that the page saves while something is done. */
async function filesOf(act: () => Promise<unknown>): Promise<string[]> {
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  const blobs: Blob[] = [];
  URL.createObjectURL = (blob) => {
    blobs.push(blob as Blob);
    return createObjectURL.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = () => undefined;
  try {
    await act();
    await until(() => blobs.length, 'a file is saved');
    return await Promise.all(blobs.map((blob) => blob.text()));
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  }
}

const withDigitsFrom = (reference: string, zero: number): string =>
  reference.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));

const lineOf = (file: string | undefined, name: string): string =>
  file
    ?.replace(/\r\n /g, '')
    .split('\r\n')
    .find((line) => line.startsWith(name)) ?? '';

describe('lucka-booking-picker, changing and cancelling', () => {
  const forms: Readonly<Record<string, (reference: string) => string>> = {
    'with spaces and no-break spaces': (reference) => reference.replace('-', ' \u{a0}'),
    'with en dashes': (reference) => reference.replaceAll('-', '–'),
    'with soft hyphens, zero-width spaces and marks of direction': (reference) =>
      `\u{200e}${reference.replaceAll('-', '\u{ad}-\u{200b}')}\u{200f}`,
    'in full width': (reference) =>
      reference.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
    'with Arabic-Indic digits': (reference) => withDigitsFrom(reference, 0x660),
    'with Persian digits': (reference) => withDigitsFrom(reference, 0x6f0),
  };
  for (const [name, typed] of Object.entries(forms)) {
    it(`finds a booking by its reference ${name}`, async () => {
      const { page, reference } = await managing(typed);
      await page.says(reference);
    });
  }

  afterEach(resetPage);

  it('finds a booking by its reference', async () => {
    const { page, reference } = await managing();
    expect(page.text).to.contain(reference);
    expect(page.text).to.contain('Boden');
    expect(await axeViolations(page.element)).to.deep.equal([]);
  });

  it('leaves an unknown reference where it is, with the focus there', async () => {
    const page = await picker({ attributes: { mode: 'manage' } });
    await page.shows('Change or cancel your visit');
    await page.write('reference', 'NONE-0000-0000');
    await page.press('Continue');
    await page.says('We cannot find a booking with this reference number.');
    expect(page.field('reference').value).to.equal('NONE-0000-0000');
    expectFocusOn(page.field('reference'));
  });

  it('moves a booking in one call that never gives up the old time first', async () => {
    const { page, service, reference } = await managing();
    const changed = eventsOf(page.element, 'lucka-booking-changed');
    await page.toChange();
    expect(page.text).to.contain('Your visit on Thursday 25 March at 09:00 is still booked.');
    expect(standing(service)).to.equal('boden-20270325-0900 booked');
    await page.press('Change to this time');
    await page.shows('Your visit has been changed');
    expect(standing(service)).to.equal('boden-20270326-1000 booked');
    expect(changed.map((event) => [event.reference, event.startsAt])).to.deep.equal([
      [reference, '2027-03-26T09:00:00.000Z'],
    ]);
    expect(service.count('cancelBooking')).to.equal(0);
    expect(service.calls.find(({ operation }) => operation === 'createHold')?.asked).to.deep.equal([
      { slotId: 'boden-20270326-1000', bookingReference: reference },
    ]);
  });

  it('says on the way to a new time that the visit is still booked', async () => {
    const { page } = await managing();
    await page.press('Change the time');
    await page.shows('Which office do you want to visit?');
    const booked = 'Your visit on Thursday 25 March at 09:00 is still booked.';
    expect(page.descriptionOf('#step')).to.equal(booked);
    await page.press('Continue');
    await page.shows('Which day suits you?');
    expect(page.descriptionOf('#step')).to.equal(booked);
    expect(await axeViolations(page.element)).to.deep.equal([]);
    await until(() => page.part('day'), 'days are known');
    await page.answer('Friday 26', 'Which time');
    expect(page.descriptionOf('#step')).to.equal(booked);
  });

  it('says it once where the offices cannot be loaded', async () => {
    const { page, service } = await managing();
    service.fail('listOffices', 'internal').fail('listOffices', 'internal');
    await page.press('Change the time');
    await page.says('There is a problem with the service.');
    expect(page.text.split('is still booked.').length - 1).to.equal(1);
    expect(page.problem).to.contain('is still booked.');
  });

  it('says so beside a time that is held already, too', async () => {
    const { page, service } = await managing();
    const request = { slotId: 'boden-20270326-1100' };
    const hold = await service.createHold(request, { idempotencyKey: 'other page' });
    await page.press('Change the time');
    await page.shows('Which office do you want to visit?');
    await page.press('Continue');
    await until(() => page.part('day'), 'days are known');
    await page.answer('Friday 26', 'Which time');
    await page.choose('10:00');
    service.fail('createHold', 'hold-exists', { problem: { hold } });
    await page.press('Continue');
    await page.says('You have already reserved another time');
    expect(page.problem).to.contain('is still booked.');
  });

  it('must show 8: with 409 when changing the old booking stands, and the page says so', async () => {
    const { page, service } = await managing();
    await page.toChange();
    service.fail('changeBookingSlot', 'slot-taken', { problem: { alternatives: [] } });
    await page.press('Change to this time');
    await page.says('10:00 is no longer available');
    expect(page.problem).to.contain('Your visit on Thursday 25 March at 09:00 is still booked.');
    expect(standing(service)).to.equal('boden-20270325-0900 booked');
    expectFocusOn(page.root.querySelector('#problem'));
  });

  for (const code of ['too-late', 'cancelled'])
    it(`must show 8: with 409 ${code} when changing nothing is changed, and the page says why`, async () => {
      const { page, service } = await managing();
      await page.toChange();
      service.fail('changeBookingSlot', code);
      await page.press('Change to this time');
      await page.says('Your visit was not changed');
      expect(page.problem).to.match(/too late to change|nothing to change/);
      expect(standing(service)).to.equal('boden-20270325-0900 booked');
    });

  it('must show 8: with 410 when changing the old booking stands, and the page says so', async () => {
    const { page, service } = await managing();
    await page.toChange();
    service.fail('changeBookingSlot', 'hold-expired', { problem: { slotFree: true } });
    await page.press('Change to this time');
    await page.says('10:00 is no longer reserved for you');
    expect(page.text).to.contain('Your visit on Thursday 25 March at 09:00 is still booked.');
    expect(standing(service)).to.equal('boden-20270325-0900 booked');
    await page.press('Reserve the time again');
    await until(() => page.part('hold'), 'it is held again');
    await page.press('Change to this time');
    await page.shows('Your visit has been changed');
  });

  it('finds out what became of a change whose answer was lost', async () => {
    const { page, service } = await managing();
    await page.toChange();
    service.lose('changeBookingSlot').lose('changeBookingSlot');
    await page.press('Change to this time');
    await page.shows('Your visit has been changed');
    expect(service.bookings.get('BOOK00014QM4')?.sequence).to.equal(1);
  });

  it('goes back to the booking from a change, and nothing is changed', async () => {
    const { page, service } = await managing();
    await page.press('Change the time');
    await page.shows('Which office do you want to visit?');
    await page.press('Back');
    await page.shows('Your booked visit');
    expect(standing(service)).to.equal('boden-20270325-0900 booked');
  });

  it('must show 8: says that the visit is cancelled only after the server did', async () => {
    const { page, service, reference } = await managing();
    const cancelled = eventsOf(page.element, 'lucka-booking-cancelled');
    await page.press('Cancel the visit');
    await page.shows('Cancel your visit?');
    expect(page.subheadings).to.deep.equal(['If you do not come']);
    expect(service.count('cancelBooking')).to.equal(0);
    service.pause();
    page.button('Cancel the visit').click();
    await page.settled();
    expect(page.text).not.to.contain('Your visit has been cancelled');
    expect(cancelled).to.have.lengthOf(0);
    service.resume();
    await page.shows('Your visit has been cancelled');
    expect(cancelled.map((event) => event.reference)).to.deep.equal([reference]);
    expect(standing(service)).to.equal('boden-20270325-0900 cancelled');
    expect(page.text).to.contain('Your visit is no longer booked.');
    expectFocusOn(page.root.querySelector('#step'));
  });

  it('must show 8: a cancellation that fails says that the visit is still booked', async () => {
    const { page, service } = await managing();
    await page.press('Cancel the visit');
    await page.shows('Cancel your visit?');
    service.fail('cancelBooking', 'too-late');
    await page.press('Cancel the visit');
    await page.says('Your visit was not cancelled');
    expect(page.problem).to.contain('is still booked.');
    await page.press('Keep the visit');
    await page.shows('Your booked visit');
  });

  it('tells the page that the first question is shown when another visit is booked', async () => {
    const { page } = await managing();
    page.element.mode = 'book';
    page.element.booking = { ...page.element.booking!, status: 'cancelled' };
    await page.shows('Your visit has been cancelled');
    const told = eventsOf(page.element, 'lucka-booking-step');
    await page.press('Book a new visit');
    await page.shows('Have you received your letter?');
    expect(told.map(({ step, previous }) => `${previous} ${step}`)).to.deep.equal([
      'cancelled gate',
    ]);
    expectFocusOn(page.root.querySelector('#step'));
  });

  it('changes and cancels on request of the page', async () => {
    const service = serviceAt();
    const { reference } = await service.createBooking(
      { slotId: 'boden-20270325-0900' },
      { idempotencyKey: 'another page' },
    );
    const page = await picker({ service });
    await page.element.reschedule(reference);
    await page.shows('Which office do you want to visit?');
    expect(page.checked).to.contain('Boden');
    expect(await page.element.cancel(reference)).to.be.true;
    await page.shows('Your visit has been cancelled');
    expect(await page.element.cancel('NONE-0000-0000')).to.be.false;
  });

  it('changes right after booking', async () => {
    const page = await picker();
    await page.book();
    await page.press('Change the time');
    await page.shows('Which office do you want to visit?');
    expect(page.checked).to.contain('Sundbyberg');
  });

  it('shows a booking that the page gives', async () => {
    const { page: other } = await managing();
    const page = await picker({ service: other.service });
    page.element.booking = other.element.booking;
    await page.shows('Your booked visit');
    expect(page.element.value).to.equal(other.element.booking?.reference);
  });

  it('says that a past visit is over', async () => {
    const { page } = await managing();
    page.element.booking = { ...page.element.booking!, status: 'past' };
    await page.shows('This visit is over');
    expect(page.parts('cancel')).to.have.lengthOf(0);
  });

  it('must show 10: saves calendar files with one UID, SEQUENCE + 1 after a change, CANCELLED after cancelling', async () => {
    const { page } = await managing();
    const [first] = await filesOf(() => page.press('Add to my calendar'));
    await page.toChange();
    await page.press('Change to this time');
    await page.shows('Your visit has been changed');
    const [second] = await filesOf(() => page.element.downloadCalendar());
    await page.press('Cancel the visit');
    await page.shows('Cancel your visit?');
    await page.press('Cancel the visit');
    await page.shows('Your visit has been cancelled');
    const [third] = await filesOf(() => page.press('Save the cancellation for my calendar'));
    await page.says('If your calendar still shows the visit after that, delete it there.');
    const files = [first, second, third];
    expect(new Set(files.map((file) => lineOf(file, 'UID:'))).size).to.equal(1);
    expect(lineOf(first, 'UID:')).to.match(/^UID:\S{20,}@lucka$/);
    expect(files.map((file) => lineOf(file, 'SEQUENCE:')).join()).to.equal(
      'SEQUENCE:0,SEQUENCE:1,SEQUENCE:2',
    );
    expect(files.map((file) => lineOf(file, 'STATUS:')).join()).to.equal(
      'STATUS:CONFIRMED,STATUS:CONFIRMED,STATUS:CANCELLED',
    );
    expect(files.map((file) => lineOf(file, 'DTSTART:')).join()).to.equal(
      'DTSTART:20270325T080000Z,DTSTART:20270326T090000Z,DTSTART:20270326T090000Z',
    );
  });

  it('must show 10: a calendar file has CRLF, lines of 75 octets at most, and escapes', async () => {
    const service = serviceAt();
    const page = await picker({ service });
    const address = 'Åsögatan 1, plan 5; ingång från gården, våning två, Sundbyberg \\ öster';
    page.element.booking = {
      ...{ reference: 'K7QM-4XTD-9RVC', status: 'booked', sequence: 0, changeUntil: null },
      slot: service.slots.slot('sundbyberg-20270330-0900')!,
      office: { ...service.slots.officeOf('sundbyberg-20270330-0900'), address },
    };
    await page.shows('Your booked visit');
    const [file = ''] = await filesOf(() => page.press('Add to my calendar'));
    const octets = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...octets)).to.be.at.most(75);
    expect(file.replace(/\r\n/g, '')).not.to.match(/[\r\n]/);
    expect(lineOf(file, 'LOCATION:')).to.equal(
      'LOCATION:Sundbyberg\\, Åsögatan 1\\, plan 5\\; ingång från gården\\, våning två\\, Sundbyberg \\\\ öster',
    );
    expect(lineOf(file, 'DTSTART:')).to.equal('DTSTART:20270330T070000Z');
    // Calendars are shared, and who has the reference can cancel.
    expect(file).not.to.contain('K7QM');
    expect(textOf(page.part('receipt'))).to.contain('K7QM-4XTD-9RVC');
  });
});
