import { expect } from '@open-wc/testing';
import { picker, serviceAt } from '../../support/booking-picker.js';
import { resetPage, textOf, until } from '../../support/page.js';

/** Dictation, form fillers and password managers set `value`, and no event tells of it. */
describe('lucka-booking-picker and text that came without an event', () => {
  afterEach(resetPage);

  it('checks the letter whose reference stands in the field', async () => {
    const page = await picker({ attributes: { 'letter-gate': 'reference' } });
    await page.choose('Yes');
    page.field('letter').value = 'LUCKA-0001';
    await page.press('Continue');
    await page.shows('Which office do you want to visit?');
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

  it('goes on with the answer that is checked, on every step', async () => {
    const page = await picker();
    const check = async (name: string): Promise<void> => {
      const options = [...page.root.querySelectorAll<HTMLElement>('.option')];
      const option = options.find((each) => textOf(each).startsWith(name))!;
      option.querySelector('input')!.checked = true;
      await page.press('Continue');
    };
    await check('Yes');
    await page.shows('Which office do you want to visit?');
    await until(() => page.part('next-free'), 'free times are known');
    await check('Sundbyberg');
    await page.shows('Which day suits you?');
    await until(() => page.part('day'), 'days are known');
    await check('Thursday 25 March');
    await page.shows('Which time suits you on Thursday 25 March?');
    await check('10:00');
    await page.shows('Check and book');
    expect(page.rows[2]).to.equal('Time: 10:00–10:30');
  });

  it('keeps the answer that is checked when something else changes', async () => {
    const page = await picker();
    const [radio] = page.root.querySelectorAll<HTMLInputElement>('.mark');
    radio!.checked = true;
    page.element.requestUpdate();
    await page.settled();
    expect(page.checked).to.equal('Yes, I have the letter');
  });
});
