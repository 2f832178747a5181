import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { picker, serviceAt } from '../../support/booking-picker.js';
import {
  axeViolations,
  count,
  eventsOf,
  expectFocusOn,
  focused,
  isWebKit,
  resetPage,
  setPageLanguage,
  textOf,
  until,
} from '../../support/page.js';

const EASTER = {
  '2027-03-26': { sv: 'Långfredagen', en: 'Good Friday' },
  '2027-03-29': { sv: 'Annandag påsk', en: 'Easter Monday' },
};
const namesOf = (options: readonly string[]) =>
  options.map((option) => option.replace(/ ?(?:Next|Nästa).*/, '')).join(', ');

describe('lucka-booking-picker, choosing', () => {
  afterEach(resetPage);

  it('must show 2: exactly eight offices, in English Örebro after Norrköping', async () => {
    const page = await picker();
    await page.throughGate();
    expect(namesOf(page.options)).to.equal(
      'Boden, Gothenburg, Malmö, Norrköping, Örebro, Sundbyberg, Sundsvall, Växjö',
    );
    expect(count(page.root, 'input[type="radio"]')).to.equal(8);
    expect(await axeViolations(page.element)).to.deep.equal([]);
  });

  it('must show 2: in Swedish Göteborg, and Örebro last', async () => {
    await setPageLanguage('sv');
    const page = await picker();
    await until(() => page.heading === 'Har du fått ditt brev?', 'it is Swedish');
    await page.choose('Ja');
    await page.press('Fortsätt');
    await page.shows('Vilket kontor vill du besöka?');
    expect(namesOf(page.options)).to.equal(
      'Boden, Göteborg, Malmö, Norrköping, Sundbyberg, Sundsvall, Växjö, Örebro',
    );
  });

  it('must show 2: "Stockholm" finds Sundbyberg, and Göteborg is Gothenburg', async () => {
    const page = await picker();
    await page.throughGate();
    await page.write('find', 'Stockholm');
    expect(namesOf(page.options)).to.equal('Sundbyberg');
    await page.write('find', 'göteborg');
    expect(namesOf(page.options)).to.equal('Gothenburg');
    await page.write('find', 'atlantis');
    expect(page.options).to.have.lengthOf(8);
    expect(page.text).to.contain('No office matches your search.');
  });

  it('shows once what a search came to, and says it too', async () => {
    const page = await picker();
    await page.throughGate();
    await page.write('find', 'Stockholm');
    await until(() => page.status === '1 office found', 'it is said');
    expect(page.text.split('1 office found')).to.have.lengthOf(3);
    expect(page.part('status')!.getBoundingClientRect().width).to.be.at.most(1);
    expect(page.part('status')!.checkVisibility(), 'it is there to be heard').to.be.true;
  });

  it('puts the nearest first after a postal code, and asks nobody', async () => {
    const page = await picker();
    await page.throughGate();
    await until(() => page.part('next-free'), 'free times are known');
    const { length } = page.service.calls;
    await page.write('find', '951 00');
    expect(namesOf(page.options.slice(0, 2))).to.equal('Boden, Sundsvall');
    expect(page.options).to.have.lengthOf(8);
    expect(page.service.calls).to.have.lengthOf(length);
  });

  it('says the next free time of each office, and the first of all', async () => {
    const service = serviceAt({ emptyOffices: ['vaxjo'] });
    const page = await picker({ service });
    await page.throughGate();
    await page.says('The earliest available time is in');
    expect(textOf(page.parts('next-free')[0])).to.equal('Next available: Mon 22 Mar at 09:00');
    expect(textOf(page.parts('next-free')[7])).to.equal('No available times');
  });

  it('has the page’s office chosen to begin with, and keeps a chosen one in sight', async () => {
    const page = await picker({ attributes: { office: 'boden' } });
    await page.throughGate();
    expect(page.checked).to.contain('Boden');
    await page.write('find', 'malm');
    expect(namesOf(page.options)).to.equal('Boden, Malmö');
  });

  it('names each day with weekday, date and free times, and a closed one with its reason', async () => {
    const service = serviceAt({ closed: EASTER });
    const page = await picker({ service });
    await page.toDays();
    expect(page.heading).to.equal('Which day suits you?');
    expect(page.rows).to.deep.equal(['Office: Sundbyberg']);
    const days = page.parts('day').map(textOf);
    expect(days).to.have.lengthOf(10);
    expect(days.slice(3, 7)).to.deep.equal([
      'Thursday 25 March, 12 available times',
      'Friday 26 March Closed: Good Friday',
      'Monday 29 March Closed: Easter Monday',
      'Tuesday 30 March, 12 available times',
    ]);
    expect(page.text).to.contain('The earliest available time is on Monday 22 March at 09:00.');
    expect(await axeViolations(page.element)).to.deep.equal([]);
  });

  for (const lang of ['en', 'sv'])
    it(`puts no space before the commas in a day’s name (${lang})`, async () => {
      await setPageLanguage(lang);
      const page = await picker({ attributes: { 'letter-gate': 'passed', office: 'malmo' } });
      await page.has('[part~="next-free"]');
      page.root.querySelector<HTMLElement>('.primary')!.click();
      await page.has('[part~="day"]');
      const parts = [...page.part('day')!.querySelectorAll('.words > span *')];
      const withComma = parts.filter((part) => part.textContent?.startsWith(','));
      expect(withComma.length).to.equal(lang === 'sv' ? 2 : 1);
      // A box of its own is read with a space before it.
      expect(new Set(withComma.map((part) => getComputedStyle(part).display))).to.deep.equal(
        new Set(['inline']),
      );
    });

  it('must show 4: weeks begin on Monday, and in Swedish a day’s name has its week', async () => {
    await setPageLanguage('sv');
    const page = await picker({ attributes: { 'letter-gate': 'passed', office: 'malmo' } });
    await page.shows('Vilket kontor vill du besöka?');
    await page.press('Fortsätt');
    await page.shows('Vilken dag passar dig?');
    await until(() => page.part('day'), 'days are known');
    expect(page.options[4]).to.equal('Fredag 26 mars, vecka 12, 12 lediga tider');
    expect(page.options[5]).to.equal('Måndag 29 mars, vecka 13, 12 lediga tider');
    const weeks = [...page.root.querySelectorAll('[part~="days"] [role="group"]')];
    expect(weeks.map((week) => count(week, '[part~="day"]')).join()).to.equal('5,5');
  });

  it('lists ten days a page, and others on request', async () => {
    const page = await picker();
    await page.toDays();
    expect(() => page.button('Earlier days')).to.throw('No button');
    await page.press('Later days');
    await until(() => page.options[0]?.startsWith('Monday 5 April'), 'later days are there');
    expectFocusOn(page.root.querySelector('#step'));
    await page.press('Earlier days');
    await until(() => page.options[0]?.startsWith('Monday 22 March'), 'earlier days are there');
  });

  it('asks for more than 62 days in turn, and ends where times end', async () => {
    const page = await picker({ attributes: { 'days-per-page': '50' } });
    await page.toDays();
    await page.press('Later days');
    await until(() => page.options[0]?.startsWith('Monday 31 May'), 'later days are there');
    expect(page.options).to.have.lengthOf(10);
    expect(() => page.button('Later days')).to.throw('No button');
    const asked = page.service.calls.filter(({ operation }) => operation === 'listSlots');
    expect(asked.map((call) => call.asked.slice(1).join())).to.deep.equal([
      '2027-03-20,2027-05-20',
      '2027-05-21,2027-06-11',
    ]);
  });

  it('says after the last day until when times are published, and not before', async () => {
    const page = await picker({ attributes: { 'days-per-page': '50' } });
    await page.toDays();
    const end = 'Times have been published up to and including 11 June 2027.';
    expect(page.text).not.to.contain(end);
    await page.press('Later days');
    await page.says(end);
    const [last] = page.parts('day').slice(-1);
    const words = [...page.root.querySelectorAll('p')].find((each) => textOf(each) === end)!;
    expect(last!.compareDocumentPosition(words)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    await page.press('Earlier days');
    await until(() => !page.text.includes(end), 'it is said on the last page only');
  });

  it('offers only days that the page wants', async () => {
    const page = await picker({ attributes: { from: '2027-04-06', to: '2027-04-08' } });
    await page.toDays();
    expect(page.options.map((option) => option.slice(0, 15)).join()).to.equal(
      'Tuesday 6 April,Wednesday 7 Apr,Thursday 8 Apri',
    );
    expect(page.text).to.contain('You can choose days up to and including 8 April 2027.');
    expect(page.text).not.to.contain('Times are published');
  });

  it('asks anew when the page wants other days, or asks another service', async () => {
    const page = await picker();
    await page.toDays();
    page.element.from = '2027-04-06';
    await until(() => page.options[0]?.startsWith('Tuesday 6 April'), 'other days are there');
    page.element.service = serviceAt({ emptyOffices: ['sundbyberg'] });
    await page.shows('No available times in Sundbyberg');
  });

  it('takes the first free time on request', async () => {
    const page = await picker();
    await page.toDays();
    await page.press('Choose the earliest time');
    await page.shows('Which time suits you on Monday 22 March?');
    expect(page.checked).to.equal('09:00');
  });

  it('groups times before and after noon, with the full date in the name of each group', async () => {
    const page = await picker();
    await page.toTimes();
    expect(page.parts('time-group').map((group) => group.getAttribute('aria-label'))).to.deep.equal(
      ['Morning, Thursday 25 March 2027', 'Afternoon, Thursday 25 March 2027'],
    );
    expect(page.options.join()).to.equal(
      '09:00,09:30,10:00,10:30,11:00,11:30,12:00,12:30,13:00,13:30,14:00,14:30',
    );
    expect(page.rows).to.deep.equal(['Office: Sundbyberg', 'Day: Thursday 25 March 2027']);
    expect(page.descriptionOf('[data-change="office"]')).to.equal('Sundbyberg');
    expect(page.descriptionOf('[data-change="day"]')).to.equal('Thursday 25 March 2027');
    expect(await axeViolations(page.element)).to.deep.equal([]);
  });

  for (const [step, go, missing] of [
    ['office', 'throughGate', 'Choose an office'],
    ['day', 'toDays', 'Choose a day'],
    ['time', 'toTimes', 'Choose a time'],
  ] as const)
    it(`says what is missing on the ${step} step, with the focus on the answers`, async () => {
      const page = await picker();
      await page[go]();
      await page.press('Continue');
      await page.says(missing);
      expectFocusOn(page.root.querySelector('fieldset'));
    });

  it('goes back and changes earlier choices without losing what still holds', async () => {
    const page = await picker();
    await page.toTimes();
    await page.change('office');
    await page.shows('Which office do you want to visit?');
    expect(page.checked).to.contain('Sundbyberg');
    await page.press('Continue');
    await page.shows('Which day suits you?');
    expect(page.checked).to.contain('Thursday 25 March');
    await page.press('Back');
    await page.shows('Which office do you want to visit?');
    await page.answer('Boden', 'Which day suits you?');
    expect(page.checked).to.equal('');
  });

  it('says until when times are published where there are none, and who has one next', async () => {
    const service = serviceAt({ emptyOffices: ['sundbyberg'] });
    const page = await picker({ service });
    await page.toDays();
    await page.shows('No available times in Sundbyberg');
    expectFocusOn(page.root.querySelector('#step'));
    expect(page.text).to.contain('Times have been published up to and including 11 June 2027.');
    expect(page.options).to.have.lengthOf(2);
    await page.press('Continue');
    await page.says('Choose an office');
    await page.choose('Boden');
    expect(page.heading).to.equal('No available times in Sundbyberg');
    await page.press('Continue');
    await page.shows('Which day suits you?');
    expect(page.rows).to.deep.equal(['Office: Boden']);
  });

  it('must show 3: from the gate to the receipt with the keyboard alone', async function () {
    if (isWebKit) this.skip();
    const page = await picker();
    const press = async (...keys: string[]) => {
      for (const key of keys) await sendKeys({ press: key });
      await page.settled();
    };
    const tabTo = async (name: string) => {
      for (let stops = 0; stops < 12; stops++) {
        await press('Tab');
        const active = focused();
        const label = textOf(active?.closest('.option') ?? active);
        if (label.startsWith(name)) return;
      }
      throw new Error(`Tab does not reach "${name}" on "${page.heading}".`);
    };
    page.root.querySelector<HTMLElement>('#step')!.focus();
    await tabTo('Yes');
    await press(' ', 'Enter');
    await page.shows('Which office do you want to visit?');
    await until(() => page.part('next-free'), 'free times are known');
    await tabTo('Boden');
    await press('ArrowDown', 'Enter');
    await page.shows('Which day suits you?');
    await until(() => page.part('day'), 'days are known');
    await tabTo('Monday');
    await press(' ', 'Enter');
    await page.shows('Which time suits you on');
    await tabTo('09:00');
    await press('ArrowDown', 'Enter');
    await page.shows('Check and book');
    await tabTo('Book this time');
    await press('Enter');
    await page.shows('Your visit is booked');
    expect(page.text).to.contain('Gothenburg');
    expectFocusOn(page.root.querySelector('#step'));
  });

  it('must show 3: at most eight Tab stops on the time step', async function () {
    if (isWebKit) this.skip();
    const page = await picker();
    await page.toTimes();
    expectFocusOn(page.root.querySelector('#step'));
    // What Tab comes to after the picker: off the page the browser's own bars would keep every later key.
    const after = document.createElement('button');
    page.element.after(after);
    const stops: string[] = [];
    for (let tabs = 0; tabs < 12; tabs++) {
      await sendKeys({ press: 'Tab' });
      const active = focused();
      if (!active || active === after) break;
      stops.push(textOf(active) || (active as HTMLInputElement).type);
    }
    after.remove();
    // "Back" stands before the heading.
    expect(stops.length + 1, stops.join()).to.be.at.most(8);
  });

  it('focuses the step when Continue is pressed and there are no times left on the day', async () => {
    const service = serviceAt();
    const page = await picker({ service });
    await page.toDays();
    for (const slot of service.slots.free('sundbyberg', new Set()))
      if (slot.id.includes('20270325')) service.take(slot.id);
    await page.choose('Thursday 25 March');
    page.element.refresh();
    await until(
      () => page.options.every((name) => !name.startsWith('Thursday 25 March')),
      'the day has no times any more',
    );
    await page.press('Continue');
    await page.says('There are no available times left on this day.');
    page.button('Continue').focus();
    await page.press('Continue');
    expectFocusOn(page.root.querySelector('#step'));
    expect(page.text).not.to.contain('Choose a time');
  });

  it('goes on from the day that was chosen while newer times are being loaded', async () => {
    const page = await picker();
    await page.toDays();
    let load = () => {};
    const loading = new Promise<void>((resolve) => (load = resolve));
    const listSlots = page.service.listSlots.bind(page.service);
    page.service.listSlots = async (...parameters) => {
      await loading;
      return listSlots(...parameters);
    };
    page.element.refresh();
    await page.choose(page.options.find((option) => /available times?$/.test(option)) ?? '');
    await page.press('Continue');
    await until(() => page.heading.startsWith('Which time suits you'), 'the times are shown');
    expect(page.status).to.equal('');
    load();
    await page.settled();
    expect(page.heading).to.match(/^Which time suits you/);
  });

  it('lets the page refuse a time', async () => {
    const page = await picker();
    const selected = eventsOf(page.element, 'lucka-booking-select');
    page.element.addEventListener('lucka-booking-select', (event) => event.preventDefault());
    await page.toTimes();
    await page.choose('09:00');
    await page.press('Continue');
    expect(selected).to.have.lengthOf(1);
    expect(page.heading).to.contain('Which time suits you on');
    expect(page.service.count('createHold')).to.equal(0);
  });

  it('keeps step and choices while it is moved about the page', async () => {
    const page = await picker();
    await page.toTimes();
    await page.choose('10:00');
    const place = document.createElement('div');
    page.element.parentElement!.append(place);
    place.append(page.element);
    await page.settled();
    expect(page.heading).to.equal('Which time suits you on Thursday 25 March?');
    expect(page.checked).to.equal('10:00');
    await page.press('Continue');
    await page.shows('Check and book');
  });

  it('says S38 to S43 from every step', async () => {
    const page = await picker();
    const says = () => {
      const { text } = page;
      return [
        'there is a risk that you will not become a Swedish citizen',
        'you must contact the Swedish Migration Agency',
        'The contact details are in the letter',
        'Some people may be exempt',
        'You cannot move around',
        'You must be able to prove the special reasons',
      ].filter((words) => !text.includes(words));
    };
    expect(says(), 'gate').to.deep.equal([]);
    await page.throughGate();
    expect(says(), 'office').to.deep.equal([]);
    await until(() => page.part('next-free'), 'free times are known');
    await page.answer('Boden', 'Which day');
    await until(() => page.part('day'), 'days are known');
    expect(says(), 'day').to.deep.equal([]);
    await page.answer('Thursday 25', 'Which time');
    expect(says(), 'time').to.deep.equal([]);
    await page.answer('09:00', 'Check');
    expect(says(), 'check').to.deep.equal([]);
    await page.press('Book this time');
    await page.shows('Your visit is booked');
    expect(says(), 'booked').to.deep.equal([]);
  });
});
