import { expect } from '@open-wc/testing';
import { picker, serviceAt } from '../../support/booking-picker.js';
import { expectFocusOn, resetPage, until } from '../../support/page.js';
import type { MemoryBookings } from '../../../src/testing.js';

/** A service whose answers a test changes before the picker sees them; `asked` are the operations that were called. */
function changed(
  operation: 'listOffices' | 'listSlots' | 'checkLetter' | 'createBooking' | 'createHold',
  change: (answer: never, call: number) => unknown,
): MemoryBookings & { readonly asked: string[] } {
  const asked: string[] = [];
  return new Proxy(serviceAt(), {
    get(target, name) {
      if (name === 'asked') return asked;
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function' || name === 'now') return member;
      return async (...parameters: unknown[]) => {
        asked.push(String(name));
        const answer: unknown = await Reflect.apply(member, target, parameters);
        return name === operation
          ? change(structuredClone(answer) as never, asked.filter((call) => call === name).length)
          : answer;
      };
    },
  }) as never;
}

interface Days {
  readonly days: { date: string; slots: { startsAt: string }[] }[];
}

describe('lucka-booking-picker and a service that answers oddly', () => {
  afterEach(resetPage);

  for (const [what, publishedUntil] of [
    ['publishes times for ever', '9999-12-31'],
    ['cannot say until when', 'until further notice'],
  ]) {
    it(`shows the known days at once, with few questions, of a service that ${what}`, async () => {
      const service = changed('listSlots', (answer: Days, call) => ({
        ...answer,
        publishedUntil,
        // One week of times, and none after that.
        days: call === 1 ? answer.days.slice(0, 5) : [],
      }));
      const page = await picker({ service });
      await page.toDays();
      expect(page.parts('day').length).to.equal(5);
      const asked = () => service.asked.filter((call) => call === 'listSlots').length;
      await until(() => !page.text.includes('Loading'), 'the search ends');
      expect(asked()).to.be.at.most(6);
      await page.answer('Thursday 25 March', 'Which time suits you on Thursday 25 March?');
    });
  }

  it('shows known days while it goes on with the search', async () => {
    let answerMore = () => {};
    const more = new Promise<void>((resolve) => (answerMore = resolve));
    const service = changed('listSlots', async (answer: Days, call) => {
      if (call > 1) await more;
      return {
        ...answer,
        publishedUntil: '9999-12-31',
        days: call === 1 ? answer.days.slice(0, 3) : [],
      };
    });
    const page = await picker({ service });
    await page.throughGate();
    await page.choose('Sundbyberg');
    await page.press('Continue');
    await until(() => page.parts('day').length === 3, 'the known days are shown');
    answerMore();
    await until(() => page.text.includes('Search further ahead'), 'the search ends');
  });

  it('searches further when the person wants it, as few questions at a time', async () => {
    const service = changed('listSlots', (answer: Days, call) => ({
      ...answer,
      publishedUntil: '9999-12-31',
      days: call === 1 ? answer.days.slice(0, 3) : [],
    }));
    const page = await picker({ service });
    await page.toDays();
    await until(() => page.text.includes('Search further ahead'), 'the search ends');
    expect(page.text).to.contain('These are the days up to 25 March 2028.');
    await page.press('Search further ahead');
    expectFocusOn(page.root.querySelector('#step'));
    await until(() => page.text.includes('These are the days up to 1 April 2029.'), 'it goes on');
    expect(service.asked.filter((call) => call === 'listSlots')).to.have.length(12);
  });

  it('says up to when there is nothing, and searches further', async () => {
    const service = changed('listSlots', (answer: Days) => ({
      ...answer,
      ...{ publishedUntil: '9999-12-31', nextAvailable: '2031-01-01T09:00:00+01:00', days: [] },
    }));
    const page = await picker({ service });
    await page.throughGate();
    await page.answer('Boden', 'No available times in Boden');
    expect(page.text).to.contain('There are no available times up to');
    expect(page.descriptionOf('#step')).to.match(
      /^There are no available times up to .+ Search further ahead, or choose another office\.$/,
    );
    await page.press('Search further ahead');
    await page.shows('No available times in Boden');
    expect(service.asked.filter((call) => call === 'listSlots')).to.have.length(12);
  });

  it('shows the other offices when one has a date that is none, or is no office', async () => {
    const service = changed(
      'listOffices',
      ({ offices }: { offices: Record<string, unknown>[] }) => ({
        offices: [
          { ...offices[0], nextAvailable: 'snart' },
          null,
          { id: 5, name: 'x' },
          ...offices.slice(1).map((office) => ({ ...office, lat: 'north' })),
        ],
      }),
    );
    const page = await picker({ service });
    await page.throughGate();
    await until(() => page.part('next-free'), 'free times are known');
    expect(page.options).to.have.length(8);
    await page.answer('Malmö', '');
    await until(() => page.part('day'), 'its days are shown');
  });

  it('shows the other days and times when one is none', async () => {
    const service = changed('listSlots', (answer: Days) => ({
      ...answer,
      nextAvailable: 'soon',
      days: [
        null,
        { date: '2027-13-45', closed: null, slots: [] },
        { date: '2027-03-24', closed: 'yes', slots: 'many' },
        ...answer.days.map((day) => ({
          ...day,
          slots: [{ id: 'x', startsAt: 'nine', endsAt: 'ten' }, null, ...day.slots],
        })),
      ],
    }));
    const page = await picker({ service });
    await page.toTimes();
    expect(page.options.length).to.equal(12);
  });

  for (const [what, change] of [
    ['no day to change it until', { changeUntil: 'tomorrow' }],
    ['no number', { sequence: 'first' }],
  ] as const)
    it(`shows the receipt of a booking that has ${what}`, async () => {
      const service = changed('createBooking', (booking: object) => ({ ...booking, ...change }));
      const page = await picker({ service });
      await page.book();
      expect(page.rows.join()).to.contain('Reference: BOOK-');
    });

  it('says that the answer cannot be read when a hold has no end', async () => {
    const service = changed('createHold', (hold: object) => ({ ...hold, expiresAt: 'later' }));
    const page = await picker({ service });
    await page.toTimes();
    await page.choose('09:00');
    await page.press('Continue');
    await page.says('There is a problem with the service. Try again later.');
    expect(page.checked).to.contain('09:00');
  });
});
