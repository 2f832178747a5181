import { expect, fixture, html } from '@open-wc/testing';
import { Picker, serviceAt } from '../../support/booking-picker.js';
import {
  axeViolations,
  count,
  eventsOf,
  expectFocusOn,
  focused,
  resetPage,
  textOf,
  until,
  warnings,
} from '../../support/page.js';
import { spread } from '../../support/spread.js';
import type { LuckaBookingPicker } from '../../../src/elements/booking-picker/booking-picker.js';

async function form(attributes: Record<string, string | boolean> = {}) {
  const service = serviceAt();
  const element = await fixture<HTMLFormElement>(
    html`<form>
      <fieldset>
        <lucka-booking-picker name="visit" required ${spread(attributes)} .service=${service}>
          Call 000
        </lucka-booking-picker>
      </fieldset>
      <button>Send</button>
    </form>`,
  );
  const picker = element.querySelector<LuckaBookingPicker>('lucka-booking-picker')!;
  await picker.updateComplete;
  const page = new Picker(picker, service);
  await page.has('#title');
  await page.settled();
  return { form: element, page, service };
}

/** What a screen reader says of a button after its name. */
const reasonOf = (page: Picker, button: string): string =>
  textOf(page.root.querySelector(`#${page.button(button).getAttribute('aria-describedby')}`));

describe('lucka-booking-picker in a form', () => {
  afterEach(resetPage);

  it('is left out of the form by the property disabled as by the attribute', async () => {
    const { form: around, page } = await form();
    expect(around.checkValidity()).to.be.false;
    page.element.disabled = true;
    await page.settled();
    expect(page.element.matches(':disabled')).to.be.true;
    expect(around.checkValidity()).to.be.true;
    page.element.disabled = false;
    await page.settled();
    expect(around.checkValidity()).to.be.false;
  });

  it('must show 11: required and empty stops the form, with words and the focus on the first answer', async () => {
    const { form: element, page } = await form();
    let submitted = 0;
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted += 1;
    });
    element.requestSubmit();
    expect(submitted).to.equal(0);
    expect(page.element.validity.valueMissing).to.be.true;
    expect(page.element.validationMessage).to.equal('Book your visit first.');
    expectFocusOn(page.root.querySelector('.mark'));
  });

  it('must show 11: select puts the id of the time into FormData', async () => {
    const { form: element, page, service } = await form({ mode: 'select' });
    const selected = eventsOf(page.element, 'lucka-booking-select');
    expect(page.element.validationMessage).to.equal('Choose a time for your visit first.');
    await page.toTimes();
    expect(new FormData(element).has('visit')).to.be.false;
    await page.choose('09:00');
    expect(new FormData(element).get('visit')).to.equal('sundbyberg-20270325-0900');
    expect(element.checkValidity()).to.be.true;
    await page.press('Continue');
    await page.shows('Your choice');
    expect(page.text).to.contain('The time is chosen. It is not booked yet.');
    expect(new FormData(element).get('visit')).to.equal('sundbyberg-20270325-0900');
    expect(page.element.selectedSlot?.id).to.equal('sundbyberg-20270325-0900');
    expect(selected.map(({ slot }) => slot.id)).to.deep.equal(['sundbyberg-20270325-0900']);
    expect(service.count('createHold') + service.count('createBooking')).to.equal(0);
    expect(await axeViolations(page.element)).to.deep.equal([]);
  });

  it('must show 11: in book the value is the reference', async () => {
    const { form: element, page } = await form();
    await page.book();
    expect(new FormData(element).get('visit')).to.equal(page.element.booking?.reference);
    expect(element.checkValidity()).to.be.true;
  });

  it('must show 11: reset releases the hold and begins anew', async () => {
    const { form: element, page, service } = await form();
    await page.toCheck();
    element.reset();
    await page.shows('Have you received your letter?');
    await until(() => service.count('releaseHold') === 1, 'the hold is released');
    expect([...service.holds.values()].every(({ isReleased }) => isReleased)).to.be.true;
    expect(page.checked).to.equal('');
  });

  it('must show 11: a disabled fieldset disables it', async () => {
    const { form: element, page } = await form();
    element.querySelector('fieldset')!.disabled = true;
    await page.settled();
    const marks = [...page.root.querySelectorAll<HTMLInputElement>('.mark')];
    expect(marks.every(({ disabled }) => disabled)).to.be.true;
    expect(page.button('Continue').getAttribute('aria-disabled')).to.equal('true');
    expect(reasonOf(page, 'Continue')).to.equal('Visits cannot be booked here right now.');
    await page.press('Continue');
    expect(page.heading).to.equal('Have you received your letter?');
    expect(element.checkValidity()).to.be.true;
    element.querySelector('fieldset')!.disabled = false;
    await page.settled();
    await page.answer('Yes', 'Which office do you want to visit?');
  });

  it('says at every button why it does nothing', async () => {
    const { page } = await form();
    await page.toCheck();
    for (const [button, next] of [
      ['Book this time', 'Your visit is booked'],
      ['Change the time', 'Which office do you want to visit?'],
    ] as const) {
      page.element.disabled = true;
      await page.settled();
      expect(reasonOf(page, button)).to.equal('Visits cannot be booked here right now.');
      page.element.disabled = false;
      await page.settled();
      await page.press(button);
      await page.shows(next);
    }
    const { page: other } = await form({ mode: 'manage', disabled: true });
    await other.has('#reference');
    expect(reasonOf(other, 'Continue')).to.equal('Visits cannot be booked here right now.');
  });

  it('is not valid with a hold that ran out', async () => {
    const { page, service } = await form();
    await page.toCheck();
    service.fail('createBooking', 'hold-expired', { problem: { slotFree: true } });
    await page.press('Book this time');
    await page.says('09:00 is no longer reserved for you');
    expect(page.element.validity.customError).to.be.true;
    expect(page.element.validationMessage).to.contain('The time is no longer reserved.');
  });

  it('does not send the page’s form when one of its own buttons is pressed', async () => {
    const { form: element, page } = await form({ mode: 'select' });
    let submitted = 0;
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted += 1;
    });
    await page.toTimes();
    await page.answer('09:00', 'Your choice');
    expect(submitted).to.equal(0);
  });

  it('gives no value back on the browser’s Back: there would be no choice to it', async () => {
    const { page } = await form();
    expect('formStateRestoreCallback' in page.element).to.be.false;
  });

  it('has its own slot in the page as a string, as every element', async () => {
    const { page } = await form({ mode: 'select' });
    await page.toTimes();
    await page.choose('09:00');
    expect(page.element.slot).to.equal('');
    page.element.slot = 'aside';
    expect(page.element.getAttribute('slot')).to.equal('aside');
    expect(page.element.slot).to.equal('aside');
    expect(page.element.selectedSlot?.id).to.equal('sundbyberg-20270325-0900');
  });

  it('does not let the page choose a time', async () => {
    const caught = warnings();
    try {
      const { page } = await form();
      page.element.selectedSlot = page.service.slots.slot('sundbyberg-20270325-0900')!;
      expect(page.element.selectedSlot).to.equal(null);
      expect(caught.texts.join()).to.contain('<lucka-booking-picker> selectedSlot: is read-only.');
    } finally {
      caught.restore();
    }
  });

  it('falls back to what is safe for wrong attributes, and warns once each', async () => {
    const caught = warnings();
    try {
      const { page } = await form({
        mode: 'boook',
        'letter-gate': 'open',
        'days-per-page': '0',
        from: 'soon',
        'heading-level': '9',
      });
      await page.toDays();
      expect(page.parts('day')).to.have.lengthOf(10);
      page.element.value = 'x';
      const told = caught.texts.filter((text) => text.startsWith('[lucka]'));
      expect(told).to.have.lengthOf(6);
      expect(told.join('\n')).to.contain('<lucka-booking-picker> letter-gate: "open"');
      expect(count(page.root, 'h2#title')).to.equal(1);
    } finally {
      caught.restore();
    }
  });

  it('must show 12: no slot, letter or reference in storage, console or the page’s address', async () => {
    const { log, info, warn, error, debug } = console;
    const written: string[] = [];
    const note = (...words: unknown[]) => void written.push(words.map(String).join(' '));
    Object.assign(console, { log: note, info: note, warn: note, error: note, debug: note });
    try {
      const { page, service } = await form({ 'letter-gate': 'reference' });
      await page.choose('Yes');
      await page.write('letter', 'LUCKA-0007');
      await page.press('Continue');
      await page.shows('Which office do you want to visit?');
      await until(() => page.part('next-free'), 'free times are known');
      await page.answer('Boden', 'Which day');
      await until(() => page.part('day'), 'days are known');
      await page.answer('Thursday 25', 'Which time');
      await page.answer('09:00', 'Check and book');
      service.fail('createBooking', 'internal');
      await page.press('Book this time');
      await page.says('Your visit was not booked');
      await page.press('Try again');
      await page.shows('Your visit is booked');
      const { reference = 'none' } = page.element.booking ?? {};
      const places = [
        ...Object.entries({ ...localStorage }).flat(),
        ...Object.entries({ ...sessionStorage }).flat(),
        ...[document.cookie, location.href, JSON.stringify(history.state), ...written],
      ].join('\n');
      for (const secret of ['LUCKA-0007', '20270325', reference])
        expect(places).not.to.contain(secret);
    } finally {
      Object.assign(console, { log, info, warn, error, debug });
    }
  });

  it('does not take the focus by itself', async () => {
    await form();
    expect(focused() === document.body).to.be.true;
  });
});
