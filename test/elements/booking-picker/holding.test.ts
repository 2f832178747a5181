import { aTimeout, expect } from '@open-wc/testing';
import { Clock, picker, serviceAt, type Picker } from '../../support/booking-picker.js';
import {
  axeViolations,
  count,
  eventsOf,
  expectFocusOn,
  resetPage,
  textOf,
  until,
  waitsDuring,
} from '../../support/page.js';

/** Moves the server's clock; a page that is looked at again sees what the time is. */
async function later(page: Picker, clock: Clock, minutes: number): Promise<void> {
  clock.forward(minutes);
  document.dispatchEvent(new Event('visibilitychange'));
  await page.settled();
}

async function atCheck(options: Parameters<typeof serviceAt>[0] = {}) {
  const clock = new Clock();
  const service = serviceAt({ now: clock.now, ...options });
  const page = await picker({ service });
  await page.toCheck();
  return { page, clock, service };
}

const holdOf = (page: Picker) => textOf(page.part('hold'));

describe('lucka-booking-picker, holding a time', () => {
  afterEach(resetPage);

  it('must show 6: says until when by the clock, and warns once, two minutes before', async () => {
    const { page, clock } = await atCheck();
    expect(holdOf(page)).to.equal('This time is reserved for you until 09:10');
    // A name would be read beside the text; what has none takes no focus.
    for (const attribute of ['aria-labelledby', 'role', 'tabindex'])
      expect(page.part('hold')!.hasAttribute(attribute), attribute).to.equal(false);
    const said: string[] = [];
    const watch = new MutationObserver(() => said.push(page.status));
    watch.observe(page.part('status')!, { childList: true, characterData: true, subtree: true });
    for (const minutes of [5, 2.9, 0.2]) await later(page, clock, minutes);
    expect(holdOf(page)).to.contain('That is in less than two minutes.');
    for (const minutes of [0.5, 0.5]) await later(page, clock, minutes);
    watch.disconnect();
    expect(said).to.deep.equal([
      'This time is reserved for you until 09:10. That is in less than two minutes. You can reserve it for longer.',
    ]);
    expect(holdOf(page)).to.equal(
      'This time is reserved for you until 09:10 That is in less than a minute. Reserve it for longer',
    );
    expect(page.part('status')!.getBoundingClientRect().width, 'shown once').to.be.at.most(1);
    // The button has changed its colour until then.
    await aTimeout(200);
    expect(await axeViolations(page.element)).to.deep.equal([]);
  });

  it('warns at once of a hold that ends soon already', async () => {
    const { page, clock } = await atCheck({ holdMinutes: 1 });
    const warning =
      'This time is reserved for you until 09:01. That is in less than a minute. You can reserve it for longer.';
    await until(() => page.status === warning, 'it is said');
    expect(page.descriptionOf('#step'), 'and not read as well').to.equal('');
    clock.forward(0.5);
    await page.press('Reserve it for longer');
    await until(() => page.service.count('extendHold'), 'it is held longer');
    await aTimeout(100);
    expectFocusOn(page.part('hold'));
    expect(page.status).to.equal('');
  });

  it('warns again of an end that is near when the person comes back to the same time', async () => {
    const { page } = await atCheck({ holdMinutes: 1 });
    await until(() => page.status.includes('That is in less than a minute.'), 'it is said');
    await page.press('Change Time');
    await page.shows('Which time suits you on');
    await page.press('Continue');
    await page.shows('Check and book');
    await until(() => page.status.includes('That is in less than a minute.'), 'it is said again');
  });

  it('says that it is reserved for longer, also when that ends in the same minute as before', async () => {
    const { page, clock } = await atCheck({ holdMinutes: 2 });
    expect(page.root.querySelector('#held-until')!.textContent).to.contain('for you until 09:02');
    clock.forward(0.5);
    const replaced = page.part('hold');
    await page.press('Reserve it for longer');
    await until(() => page.service.count('extendHold'), 'it is held longer');
    await page.settled();
    expectFocusOn(page.part('hold'));
    expect(page.part('hold')!.getAttribute('aria-labelledby')).to.equal('held-until');
    expect(page.part('hold'), 'a description that changes is read twice').not.to.equal(replaced);
    expect(textOf(page.root.querySelector('#held-until'))).to.equal(
      'This time is reserved for you until 09:02',
    );
    expect(page.descriptionOf('#hold')).to.equal(
      'It is reserved for longer now. That is in less than two minutes.',
    );
    expect(page.status, 'and it is not announced as well').to.equal('');
  });

  it('must show 6: can be held longer at least ten times', async () => {
    const { page, clock, service } = await atCheck();
    const held = eventsOf(page.element, 'lucka-booking-hold');
    for (let extension = 0; extension < 10; extension++) {
      await later(page, clock, 9);
      await page.press('Reserve it for longer');
      await until(() => count(page.root, '[part~="hold"] button') === 0, 'it is held longer');
    }
    expect(holdOf(page)).to.equal('This time is reserved for you until 10:40');
    expect(page.status, 'the warning of an earlier end is gone').to.equal('');
    expect(held).to.have.lengthOf(10);
    expect(service.count('extendHold')).to.equal(10);
    expectFocusOn(page.part('hold'));
    await page.press('Book this time');
    await page.shows('Your visit is booked');
  });

  it('says when it cannot be held any longer', async () => {
    const { page, clock } = await atCheck({ extensions: 0 });
    await later(page, clock, 9);
    const warning = 'That is in less than a minute. The time cannot be reserved for longer.';
    expect(holdOf(page)).to.contain(warning);
    expect(page.status).to.equal(`This time is reserved for you until 09:10. ${warning}`);
    expect(count(page.root, '[part~="hold"] button')).to.equal(0);
  });

  it('says nothing of holding it longer where there is no button for it', async () => {
    const { page, clock } = await atCheck();
    await page.press('Back');
    await page.shows('Which time suits you on');
    await later(page, clock, 8.5);
    expect(page.status).to.equal(
      'This time is reserved for you until 09:10. That is in less than two minutes.',
    );
    expect(page.part('status')!.getBoundingClientRect().width, 'it is seen').to.be.above(100);
  });

  it('must show 6: when it runs out the choices stay, and the time is said to be still free', async () => {
    const { page, clock, service } = await atCheck();
    const errors = eventsOf(page.element, 'lucka-booking-error');
    await later(page, clock, 11);
    await page.says('09:00 is no longer reserved for you');
    expect(page.problem).to.contain('The time is still available');
    expectFocusOn(page.root.querySelector('#problem'));
    expect(page.rows).to.deep.equal([
      'Office: Sundbyberg Exempelgatan 6, Sundbyberg',
      'Day: Thursday 25 March 2027',
      'Time: 09:00–09:30',
    ]);
    expect(errors.map(({ code }) => code)).to.deep.equal(['hold-expired']);
    await page.press('Reserve the time again');
    await until(() => page.part('hold'), 'it is held again');
    await page.press('Book this time');
    await page.shows('Your visit is booked');
    expect(service.bookings.size).to.equal(1);
  });

  it('must show 6: when it runs out and somebody else has the time, others are near', async () => {
    const { page, clock, service } = await atCheck();
    service.take('sundbyberg-20270325-0900');
    await later(page, clock, 11);
    await page.says('09:00 is no longer reserved for you. 09:00 is no longer available');
    expectFocusOn(page.root.querySelector('#problem'));
    expect(page.options).to.deep.equal([
      'Thursday 25 March at 09:30',
      'Thursday 25 March at 10:00',
      'Thursday 25 March at 10:30',
    ]);
    await page.answer('Thursday 25 March at 10:00', 'Check and book');
    expect(page.rows[2]).to.equal('Time: 10:00–10:30');
  });

  it('goes by the server’s clock, not the visitor’s', async () => {
    const { page, clock } = await atCheck();
    expect(Math.abs(Date.now() - clock.now().getTime())).to.be.above(3_600_000);
    await later(page, clock, 9);
    expect(holdOf(page)).to.contain('That is in less than a minute.');
  });

  it('learns from the server, when booking, that the hold has run out', async () => {
    const { page, service } = await atCheck();
    service.fail('createBooking', 'hold-expired', { problem: { slotFree: true } });
    await page.press('Book this time');
    await page.says('09:00 is no longer reserved for you');
    expect(page.rows[2]).to.equal('Time: 09:00–09:30');
    await page.press('Reserve the time again');
    await until(() => page.part('hold'), 'it is held again');
  });

  it('gives the old time back when another one is chosen', async () => {
    const { page, service } = await atCheck();
    await page.change('time');
    await page.shows('Which time suits you on');
    expect(page.checked).to.equal('09:00');
    await page.answer('10:00', 'Check and book');
    expect([...service.holds.values()].filter(({ isReleased }) => !isReleased)).to.have.lengthOf(1);
    expect(page.rows[2]).to.equal('Time: 10:00–10:30');
  });

  it('waits at most a minute at a time, since a computer that sleeps stops the timers', async () => {
    const waits = await waitsDuring(() => atCheck());
    expect(waits).to.include(60_000);
    expect(Math.max(...waits)).to.equal(60_000);
  });

  it('goes on with a hold that is there already', async () => {
    const { page, service } = await atCheck();
    await page.change('time');
    await page.answer('09:00', 'Check and book');
    expect(service.count('createHold')).to.equal(1);
  });

  it('lets a person go on with a hold of an earlier page, or hold another time instead', async () => {
    for (const [button, time] of [
      ['Continue with Friday 26 March at 11:00', 'Time: 11:00–11:30'],
      ['Reserve Thursday 25 March at 09:00 instead', 'Time: 09:00–09:30'],
    ] as const) {
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
      expect(textOf(page.root.querySelector('summary'))).to.equal('If you cannot visit');
      await page.press(button);
      await page.shows('Check and book');
      expect(page.rows[2]).to.equal(time);
      page.element.remove();
    }
  });

  it('must show 5: a time that somebody else took: office and day stay, three others are near, focused and said once', async () => {
    const service = serviceAt();
    const page = await picker({ service });
    const errors = eventsOf(page.element, 'lucka-booking-error');
    await page.toTimes();
    await page.choose('10:00');
    service.take('sundbyberg-20270325-1000');
    const said: string[] = [];
    const watch = new MutationObserver(() => page.status && said.push(page.status));
    watch.observe(page.root, { childList: true, characterData: true, subtree: true });
    await page.press('Continue');
    await page.says('10:00 is no longer available');
    watch.disconnect();
    expectFocusOn(page.root.querySelector('#problem'));
    expect(said.filter((text) => text.includes('10:00'))).to.deep.equal([]);
    expect(page.problem).to.contain('You have not booked anything yet.');
    expect(page.rows).to.deep.equal(['Office: Sundbyberg', 'Day: Thursday 25 March 2027']);
    expect(page.options).to.deep.equal([
      'Thursday 25 March at 09:30',
      'Thursday 25 March at 10:30',
      'Thursday 25 March at 09:00',
    ]);
    expect(errors.map(({ code }) => code)).to.deep.equal(['slot-taken']);
    expect(await axeViolations(page.element)).to.deep.equal([]);
    await page.press('Continue');
    await page.says('Choose a time');
    await page.answer('Thursday 25 March at 10:30', 'Check and book');
    await page.press('Book this time');
    await page.shows('Your visit is booked');
  });

  it('tells the page that the times are shown again when a time was taken while it was checked', async () => {
    const page = await picker({ attributes: { 'no-hold': true } });
    await page.toCheck();
    page.service.fail('createBooking', 'slot-taken');
    const told = eventsOf(page.element, 'lucka-booking-step');
    await page.press('Book this time');
    await page.says('09:00 is no longer available');
    expect(told.map(({ step, previous }) => `${previous} ${step}`)).to.deep.equal(['check time']);
  });

  it('lets another day be chosen when a time is taken', async () => {
    const service = serviceAt().fail('createHold', 'slot-taken', { problem: { alternatives: [] } });
    const page = await picker({ service });
    await page.toTimes();
    await page.choose('10:00');
    await page.press('Continue');
    await page.says('Choose another day or another office.');
    await page.press('Choose another day');
    await page.shows('Which day suits you?');
    expect(page.checked).to.contain('Thursday 25 March');
  });

  it('releases the hold on request, and stops its timers when it leaves the page', async () => {
    const { page, service, clock } = await atCheck();
    page.element.remove();
    await later(page, clock, 9);
    expect(count(page.root, '[part~="hold"] button')).to.equal(0);
    await page.element.releaseHold();
    expect([...service.holds.values()].every(({ isReleased }) => isReleased)).to.be.true;
  });

  it('extends on request of the page', async () => {
    const { page, clock } = await atCheck();
    clock.forward(5);
    expect(await page.element.extendHold()).to.be.true;
    await page.settled();
    expect(holdOf(page)).to.equal('This time is reserved for you until 09:15');
    expectFocusOn(page.part('hold'));
    expect(page.descriptionOf('#hold')).to.equal('It is reserved for longer now.');
  });

  it('books without a hold where the page wants it so', async () => {
    const service = serviceAt();
    const page = await picker({ service, attributes: { 'no-hold': true } });
    await page.toCheck();
    expect(service.count('createHold')).to.equal(0);
    service.take('sundbyberg-20270325-0900');
    await page.press('Book this time');
    await page.says('09:00 is no longer available');
    await page.answer('Thursday 25 March at 09:30', 'Check and book');
    await page.press('Book this time');
    await page.shows('Your visit is booked');
    expect(
      service.calls.filter(({ operation }) => operation === 'createBooking')[1]?.asked,
    ).to.deep.equal([{ slotId: 'sundbyberg-20270325-0930' }]);
  });
});
