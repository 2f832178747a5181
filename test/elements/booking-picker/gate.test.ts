import { expect } from '@open-wc/testing';
import type { MemoryBookings } from '../../../src/testing.js';
import { type Picker, picker, serviceAt } from '../../support/booking-picker.js';
import {
  axeViolations,
  count,
  eventsOf,
  expectFocusOn,
  resetPage,
  setPageLanguage,
  textOf,
  until,
} from '../../support/page.js';

const S34 = 'The Swedish Migration Agency will send you a letter that says when it is time';
const S35 = 'The letter also says how to book.';
const S36 = 'You cannot book before you have received it.';

/** A letter is written with which a visit is booked already. */
async function withVisitBooked(
  service: MemoryBookings,
): Promise<{ page: Picker; reference: string }> {
  const [slot] = service.slots.free('boden', new Set());
  const { reference } = await service.createBooking(
    { slotId: slot?.id ?? '', letterReference: 'LUCKA-0001' },
    { idempotencyKey: 'another page' },
  );
  const page = await picker({ service, attributes: { 'letter-gate': 'reference' } });
  await page.choose('Yes');
  await page.write('letter', 'LUCKA-0001');
  await page.press('Continue');
  await page.says('You have already booked a visit');
  expectFocusOn(page.root.querySelector('#problem'));
  return { page, reference };
}

describe('lucka-booking-picker, the gate', () => {
  afterEach(resetPage);

  it('must show 1: without the letter S34 to S36 are said, and no times are asked for', async () => {
    const page = await picker();
    await page.answer('No, not yet', 'You have not received the letter yet');
    for (const text of [S34, S35, S36]) expect(page.text).to.contain(text);
    expect(page.service.calls).to.deep.equal([]);
    const step = page.root.querySelector('#step');
    expectFocusOn(step);
    const described = step?.getAttribute('aria-describedby') ?? '-';
    expect(textOf(page.root.querySelector(`#${described}`))).to.contain(S34);
    expect(count(page.root, '[part~="office"]')).to.equal(0);
    await page.press('Back');
    await page.shows('Have you received your letter?');
    expect(page.checked).to.equal('No, not yet');
    expect(page.steps.join(' ')).to.equal('no-letter gate');
  });

  it('says what to do who cannot visit, and asks for no times', async () => {
    const page = await picker();
    await page.answer('I cannot visit the agency', 'If you cannot visit');
    for (const text of [
      'If you cannot visit the Swedish Migration Agency, you must contact it.',
      'The contact details are in the letter',
      'Some people may be exempt from personal appearance if there are special reasons.',
      'You cannot move around, not even with help.',
      'You must be able to prove the special reasons',
      'there is a risk that you will not become a Swedish citizen',
    ])
      expect(page.text).to.contain(text);
    expect(page.subheadings).to.deep.equal([
      'Special reasons why you cannot come',
      'If you do not come',
    ]);
    expect(page.service.calls).to.deep.equal([]);
  });

  for (const typed of ['LUCKA 0001', 'lucka-0001', ' Lucka 00 01 '])
    it(`must show 1: takes the reference "${typed}" however it is written`, async () => {
      const page = await picker({ attributes: { 'letter-gate': 'reference' } });
      await page.choose('Yes');
      await page.write('letter', typed);
      await page.press('Continue');
      await page.shows('Which office do you want to visit?');
      expect(page.service.calls[0]?.operation).to.equal('checkLetter');
    });

  it('must show 1: ABC 123 is abc-123', async () => {
    const service = serviceAt({ letters: ['ABC 123'] });
    const page = await picker({ service, attributes: { 'letter-gate': 'reference' } });
    await page.choose('Yes');
    await page.write('letter', 'abc-123');
    await page.press('Continue');
    await page.shows('Which office do you want to visit?');
  });

  it('must show 1: leaves a refused reference where it is and moves the focus there', async () => {
    const page = await picker({ attributes: { 'letter-gate': 'reference' } });
    const errors = eventsOf(page.element, 'lucka-booking-error');
    await page.choose('Yes');
    await page.write('letter', 'ABC-999');
    await page.press('Continue');
    await page.says('This reference number cannot be used.');
    const field = page.field('letter');
    expect(field.value).to.equal('ABC-999');
    expectFocusOn(field);
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(field.getAttribute('aria-describedby')).to.equal('letter-error letter-hint');
    expect(errors.map(({ code }) => code)).to.deep.equal(['letter-invalid']);
    expect(page.service.count('listOffices')).to.equal(0);
    expect(await axeViolations(page.element)).to.deep.equal([]);
    await page.write('letter', 'LUCKA-0002');
    await page.press('Continue');
    await page.shows('Which office do you want to visit?');
  });

  it('asks for the reference when it is empty, with the focus on it', async () => {
    const page = await picker({ attributes: { 'letter-gate': 'reference' } });
    await page.choose('Yes');
    await page.press('Continue');
    await page.says('Enter the reference number from your letter');
    expectFocusOn(page.field('letter'));
    expect(page.service.calls).to.deep.equal([]);
  });

  it('says that the last day to book has passed, and whom to contact', async () => {
    const page = await picker({ attributes: { 'letter-gate': 'reference' } });
    await page.choose('Yes');
    await page.write('letter', 'LUCKA-9001');
    await page.press('Continue');
    await page.says('The last day to book with this letter has passed.');
    expect(page.field('letter').value).to.equal('LUCKA-9001');
  });

  it('asks for an answer, with the focus on the answers', async () => {
    const page = await picker();
    await page.press('Continue');
    await page.says('Choose an answer');
    expectFocusOn(page.root.querySelector('fieldset'));
    expect(page.root.querySelector('fieldset')?.getAttribute('aria-describedby')).to.equal('error');
  });

  it('shows a booked visit again in the session that booked it, after a reload', async () => {
    const { page, reference } = await withVisitBooked(serviceAt());
    await page.says('Monday 22 March 2027 at 09:00');
    expect(page.rows).to.deep.equal(['Office', `Reference: ${reference}`]);
    expect(page.text).to.contain('Office Boden Reference');
    expect(await axeViolations(page.element)).to.deep.equal([]);
    await page.press('Show my booked visit');
    await page.shows('Your booked visit');
    expect(page.text).to.contain(reference);
  });

  it('tells who has booked in another session, and shows the way to that booking', async () => {
    const { page, reference } = await withVisitBooked(serviceAt({ hasSession: false }));
    expect(page.text).not.to.contain(reference);
    await page.press('Change or cancel your visit');
    await page.shows('Change or cancel your visit');
    await page.write('reference', reference);
    await page.press('Continue');
    await page.shows('Your booked visit');
  });

  it('begins with the offices when the page has asked already', async () => {
    const page = await picker({ attributes: { 'letter-gate': 'passed' } });
    await page.shows('Which office do you want to visit?');
    expect(() => page.button('Back')).to.throw('No button "Back"');
  });

  it('without a service the gate shows, then how to book otherwise, and nothing is asked', async () => {
    const { fetch } = window;
    let asked = 0;
    window.fetch = (...parameters) => {
      asked += 1;
      return fetch(...parameters);
    };
    try {
      const page = await picker({ hasService: false });
      await page.answer('Yes', 'Book in another way');
      const described = page.root.querySelector('#step')?.getAttribute('aria-describedby') ?? '-';
      expect(textOf(page.root.querySelector(`#${described}`))).to.contain(
        'Your letter says how to book.',
      );
      expect(count(page.root, 'slot:not([name])')).to.equal(1);
      expect(textOf(page.element)).to.equal('Call 000');
      expect(asked).to.equal(0);
    } finally {
      window.fetch = fetch;
    }
  });

  it('speaks Swedish on a Swedish page', async () => {
    await setPageLanguage('sv');
    const page = await picker();
    await until(() => page.heading === 'Har du fått ditt brev?', 'it is Swedish');
    expect(page.options).to.deep.equal([
      'Ja, jag har brevet',
      'Nej, inte än',
      'Jag kan inte besöka myndigheten',
    ]);
  });
});
