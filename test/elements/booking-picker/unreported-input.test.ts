import { expect } from '@open-wc/testing';
import { picker, serviceAt } from '../../support/booking-picker.js';
import { resetPage, until } from '../../support/page.js';

/** Dictation, form fillers and password managers set `value`, and no event tells of it. */
describe('lucka-booking-picker and text that came without an event', () => {
  afterEach(resetPage);

  it('checks the letter whose reference stands in the field', async () => {
    const page = await picker({ attributes: { 'letter-gate': 'reference' } });
    await page.choose('Yes');
    page.field('letter').value = 'LUCKA-0001';
    await page.press('Continue');
    await page.shows('Where do you want to go?');
  });

  it('keeps the reference when another answer is chosen', async () => {
    const page = await picker({ attributes: { 'letter-gate': 'reference' } });
    await page.choose('Yes');
    page.field('letter').value = 'LUCKA-0001';
    await page.choose('No, not yet');
    await page.choose('Yes');
    expect(page.field('letter').value).to.equal('LUCKA-0001');
  });

  it('finds the booking whose reference stands in the field', async () => {
    const service = serviceAt();
    const booked = await picker({ service });
    await booked.book();
    const reference = booked.rows.join().match(/BOOK-[\w-]+/)![0];
    const page = await picker({ service, attributes: { mode: 'manage' } });
    page.field('reference').value = reference;
    await page.press('Continue');
    await until(() => page.text.includes('Sundbyberg'), 'it is found');
  });

  it('searches for the office whose name stands in the field', async () => {
    const page = await picker();
    await page.throughGate();
    page.field('find').value = 'Luleå';
    document.body.click();
    await page.settled();
    expect(page.options.filter((name) => name.startsWith('Boden'))).to.have.length(1);
    expect(page.options).to.have.length(1);
  });
});
