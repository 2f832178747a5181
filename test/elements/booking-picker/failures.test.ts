import { expect } from '@open-wc/testing';
import { Clock, picker, serviceAt } from '../../support/booking-picker.js';
import {
  axeViolations,
  count,
  eventsOf,
  expectFocusOn,
  resetPage,
  until,
} from '../../support/page.js';
import { REQUEST_TIMEOUT_MS } from '../../../src/services/request.js';

/** What goes wrong, as the service tells it, and the words for it. */
const failures: [string, Parameters<ReturnType<typeof serviceAt>['fail']>[2], string][] = [
  ['login-required', { problem: { loginHref: '/log-in' } }, 'You have been logged out.'],
  ['rate-limited', { retryAfter: 90 }, 'You have tried too many times. Try again after 09:01'],
  ['internal', {}, 'There is a problem with the service.'],
  ['offline', {}, 'You are not connected to the internet.'],
  ['network', {}, 'The connection to the service was lost.'],
  ['timeout', {}, 'The service is taking too long to respond.'],
  ['malformed-answer', {}, 'There is a problem with the service. Try again later.'],
  ['unavailable', { retryAfter: 60 }, 'The service is busy. Try again after 09:01'],
  ['csrf', {}, 'This page has timed out.'],
];
/** Codes that every object has a member for. */
const odd = ['constructor', '__proto__', 'toString'];

describe('lucka-booking-picker, when something fails', () => {
  afterEach(resetPage);

  it('has its own words for each failure', () => {
    expect(new Set(failures.map(([, , words]) => words)).size).to.equal(failures.length);
  });

  for (const code of odd)
    it(`has words for the problem "${code}"`, async () => {
      const service = serviceAt().fail('listSlots', code);
      const page = await picker({ service });
      await page.throughGate();
      await until(() => page.part('next-free'), 'free times are known');
      await page.choose('Boden');
      await page.press('Continue');
      await page.says('There is a problem with the service.');
      expect(page.rows).to.deep.equal(['Office: Boden']);
    });

  for (const [code, details, words] of failures) {
    it(`must show 9: ${code} while the days are loaded: its own words, a way on, no choice lost`, async () => {
      const service = serviceAt().fail('listSlots', code, details);
      const page = await picker({ service });
      const errors = eventsOf(page.element, 'lucka-booking-error');
      await page.throughGate();
      await until(() => page.part('next-free'), 'free times are known');
      await page.choose('Boden');
      await page.press('Continue');
      await page.says(words);
      expect(/Reload the page( |$)/.test(page.problem), 'offers to').to.equal(code === 'csrf');
      expect(page.text).to.contain('What you have chosen is still here.');
      expect(page.rows).to.deep.equal(['Office: Boden']);
      expect(errors.map((error) => error.code)).to.deep.equal([code]);
      expect(await axeViolations(page.element)).to.deep.equal([]);
      await page.press('Try again');
      await until(() => page.part('day'), 'days are known');
      expectFocusOn(page.root.querySelector('#step'));
    });

    it(`must show 9: ${code} while a time is held: its own words, a way on, no choice lost`, async () => {
      const service = serviceAt();
      const page = await picker({ service });
      await page.toTimes();
      await page.choose('10:00');
      // A lost request is sent again by itself, once.
      service.fail('createHold', code, details).fail('createHold', code, details);
      await page.press('Continue');
      await page.says(words);
      expect(page.problem).to.contain('The time could not be reserved');
      expectFocusOn(page.root.querySelector('#problem'));
      expect(page.checked).to.equal('10:00');
      await page.press('Try again');
      await until(() => page.heading === 'Check and book' || page.problem, 'it is tried again');
      if (page.heading !== 'Check and book') await page.press('Try again');
      await page.shows('Check and book');
    });
  }

  for (const code of ['login-required', 'rate-limited', 'internal', 'csrf'])
    it(`must show 9: ${code} while it is booked: nothing is lost, and the same key is sent again`, async () => {
      const page = await picker();
      await page.toCheck();
      page.service.fail('createBooking', code);
      await page.press('Book this time');
      await page.says('Your visit was not booked');
      expect(page.rows).to.have.lengthOf(3);
      expect(page.part('hold')).not.to.equal(null);
      await page.press('Try again');
      await page.shows('Your visit is booked');
      const keys = page.service.calls.filter(({ operation }) => operation === 'createBooking');
      expect(new Set(keys.map(({ key }) => key)).size).to.equal(1);
    });

  it('names the same time for a busy service however late it is drawn', async () => {
    const clock = new Clock();
    const service = serviceAt({ now: clock.now }).fail('listSlots', 'unavailable', {
      retryAfter: 90,
    });
    const page = await picker({ service });
    await page.throughGate();
    await until(() => page.part('next-free'), 'free times are known');
    await page.choose('Boden');
    await page.press('Continue');
    await page.says('Try again after 09:01');
    clock.forward(5);
    page.element.requestUpdate();
    await page.settled();
    expect(page.problem).to.contain('Try again after 09:01');
  });

  it('offers to log in again in another tab, where the server says how', async () => {
    const service = serviceAt();
    const page = await picker({ service });
    await page.toCheck();
    service.fail('createBooking', 'login-required', { problem: { loginHref: '/log-in' } });
    await page.press('Book this time');
    await page.says('You have been logged out.');
    const link = page.root.querySelector<HTMLAnchorElement>('#problem a')!;
    expect([link.pathname, link.target, link.textContent?.trim()].join()).to.equal(
      '/log-in,_blank,Log in (opens in a new tab)',
    );
  });

  it('must show 9: 20 seconds of silence, also of a page’s own service, end in words', async () => {
    const { setTimeout: wait } = window;
    const waits: number[] = [];
    const hasty = (act: TimerHandler, milliseconds = 0) => {
      waits.push(milliseconds);
      return wait(act as () => void, milliseconds >= 8000 ? milliseconds / 100 : milliseconds);
    };
    window.setTimeout = hasty as typeof window.setTimeout;
    try {
      const service = serviceAt().lose('listSlots', 'never');
      const page = await picker({ service });
      await page.throughGate();
      await until(() => page.part('next-free'), 'free times are known');
      await page.choose('Boden');
      page.button('Continue').click();
      await page.says('This is taking longer than usual.');
      await page.says('The service is taking too long to respond.');
      expect(waits.includes(REQUEST_TIMEOUT_MS)).to.be.true;
      await page.press('Try again');
      await until(() => page.part('day'), 'days are known');
    } finally {
      window.setTimeout = wait;
    }
  });

  it('keeps the offices to choose from when their free times cannot be had', async () => {
    const service = serviceAt().fail('listOffices', 'internal');
    const page = await picker({ service });
    await page.answer('Yes', 'Which office do you want to visit?');
    await page.says('The available times cannot be shown');
    expect(page.options).to.have.lengthOf(8);
    await page.answer('Boden', 'Which day suits you?');
    await until(() => page.part('day'), 'days are known');
  });

  it('says why booking is closed, with the notice of the banner on the page', async () => {
    const banner = document.createElement('lucka-maintenance-banner');
    Object.assign(banner, {
      activeNotices: [
        { id: 'n-1', title: { sv: 'Stängt', en: 'Closed for maintenance until Monday' } },
        { id: 'n-2', title: 'Something else' },
      ],
    });
    document.body.append(banner);
    try {
      const service = serviceAt();
      for (const operation of ['listOffices', 'listSlots'] as const)
        service.fail(operation, 'closed', { problem: { noticeId: 'n-1' } });
      const page = await picker({ service, attributes: { 'letter-gate': 'passed' } });
      await page.says('Booking is closed');
      expect(page.problem).to.contain('Closed for maintenance until Monday');
      expect(page.problem).not.to.contain('Something else');
      expect(count(page.root, '#problem slot'), 'and how to book otherwise').to.equal(1);
      expect(page.part('retry')).not.to.equal(null);
    } finally {
      banner.remove();
    }
  });

  it('says how to book otherwise when booking is closed and no banner knows why', async () => {
    const service = serviceAt().fail('listOffices', 'closed');
    const page = await picker({ service, attributes: { 'letter-gate': 'passed' } });
    await page.says('Booking is closed');
    expect(count(page.root, '#problem slot')).to.equal(1);
  });

  it('offers no answers while booking is closed, and lets it be tried again', async () => {
    const service = serviceAt().fail('listOffices', 'closed').fail('listOffices', 'closed');
    const page = await picker({ service });
    await page.choose('Yes');
    await page.press('Continue');
    await page.says('Booking is closed');
    expectFocusOn(page.root.querySelector('#problem'));
    expect(page.options).to.deep.equal([]);
    expect(() => page.button('Continue')).to.throw('No button');
    expect(page.text).to.contain('Your letter says how to book.');
    expect(await axeViolations(page.element)).to.deep.equal([]);
    await page.press('Try again');
    await until(() => service.count('listOffices') === 2 && page.problem, 'it is still closed');
    expectFocusOn(page.root.querySelector('#problem'));
    await page.press('Try again');
    await until(() => page.part('next-free'), 'it is open');
    expectFocusOn(page.root.querySelector('#step'));
    expect(page.options).to.have.lengthOf(8);
  });

  it('takes no answers on any step once booking has closed, and keeps the choices', async () => {
    const service = serviceAt();
    const page = await picker({ service });
    await page.toTimes();
    await page.choose('10:00');
    service.fail('createHold', 'closed');
    await page.press('Continue');
    await page.says('Booking is closed');
    expectFocusOn(page.root.querySelector('#problem'));
    expect(page.options).to.deep.equal([]);
    expect(page.rows).to.deep.equal(['Office: Sundbyberg', 'Day: Thursday 25 March 2027']);
    await page.press('Try again');
    await page.shows('Check and book');
    expect(page.rows[2]).to.equal('Time: 10:00–10:30');
  });

  it('does not go back from a closure into choosing what cannot be booked', async () => {
    const service = serviceAt().fail('listSlots', 'closed');
    const page = await picker({ service });
    await page.throughGate();
    await until(() => page.part('next-free'), 'free times are known');
    await page.choose('Boden');
    await page.press('Continue');
    await page.says('Booking is closed');
    expect(page.rows).to.deep.equal(['Office: Boden']);
    await page.press('Back');
    expect(page.options).to.deep.equal([]);
    expectFocusOn(page.root.querySelector('#problem'));
    await page.press('Try again');
    await page.shows('Which office do you want to visit?');
    expect(page.checked).to.contain('Boden');
    await page.answer('Boden', 'Which day suits you?');
    await until(() => page.part('day'), 'days are known');
  });

  it('moves the focus of who has gone on when booking turns out to be closed', async () => {
    const service = serviceAt();
    let close = (): void => undefined;
    const opened = service.listOffices.bind(service);
    service.listOffices = async (...parameters) => {
      await new Promise<void>((done) => (close = done));
      return opened(...parameters);
    };
    const page = await picker({ service, attributes: { 'letter-gate': 'passed' } });
    await until(() => page.options.length, 'offices are there');
    page.field('find').focus();
    service.fail('listOffices', 'closed');
    close();
    await page.says('Booking is closed');
    expectFocusOn(page.root.querySelector('#problem'));
    expect(page.status, 'and it is not said as well').to.equal('');
  });

  it('tells the page’s error reporting of errors that nobody foresaw, and goes on', async () => {
    const service = serviceAt();
    const page = await picker({ service });
    const { onerror } = window;
    const reported: string[] = [];
    window.onerror = (_message, _source, _line, _column, error) => {
      reported.push(error?.message ?? '');
      return true;
    };
    try {
      await page.toTimes();
      await page.choose('10:00');
      service.createHold = () => Promise.reject(new TypeError('a fault of the page'));
      await page.press('Continue');
      await page.says('There is a problem with the service.');
      expect(reported.join()).to.contain('a fault of the page');
    } finally {
      window.onerror = onerror;
    }
  });
});
