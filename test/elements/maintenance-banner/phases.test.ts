import { expect } from '@open-wc/testing';
import { banner } from '../../support/maintenance-banner.js';
import { BEFORE, CLOSURE, clock, DISRUPTION, PLANNED } from '../../support/notices.js';
import { axeViolations, count, eventsOf, resetPage, textOf, until } from '../../support/page.js';

describe('lucka-maintenance-banner', () => {
  afterEach(resetPage);

  it('shows what, when, what is affected and what to do, in Swedish', async () => {
    const page = await banner({
      lang: 'sv',
      properties: { notices: [PLANNED], now: clock(BEFORE) },
    });
    await page.shows('Planerat');
    expect(page.titles).to.deep.equal(['Min sida stängs för underhåll']);
    expect(textOf(page.part('time'))).to.equal(
      'Från lördagen den 5 december 2026 kl. 22.00 till söndagen den 6 december 2026 kl. 04.00 (svensk tid)',
    );
    await page.shows('Fungerar inte: Min sida, meddelanden. Fungerar som vanligt: besöksbokning.');
    expect(textOf(page.part('what-to-do'))).to.equal('Skicka ditt meddelande innan.');
  });

  for (const [lang, notice, instant, text] of [
    [
      'en',
      PLANNED,
      '2026-12-06T01:00:00+01:00',
      'Until Sunday 6 December 2026 at 04:00 (Swedish time)',
    ],
    [
      'sv',
      PLANNED,
      '2026-12-06T01:00:00+01:00',
      'Till söndagen den 6 december 2026 kl. 04.00 (svensk tid)',
    ],
    [
      'sv',
      PLANNED,
      '2026-12-06T05:00:00+01:00',
      'Skulle ha varit klart söndagen den 6 december 2026 kl. 04.00 (svensk tid). Ingen ny sluttid än.',
    ],
    ['sv', DISRUPTION, BEFORE, 'Sedan tisdagen den 1 december 2026 kl. 09.50 (svensk tid)'],
    [
      'en',
      CLOSURE,
      '2027-03-01T12:00:00+01:00',
      'Closes on Wednesday 31 March 2027 at 17:00 (Swedish time)',
    ],
    [
      'sv',
      CLOSURE,
      '2027-03-01T12:00:00+01:00',
      'Stängs onsdagen den 31 mars 2027 kl. 17.00 (svensk tid)',
    ],
    [
      'sv',
      CLOSURE,
      '2027-04-01T12:00:00+02:00',
      'Stängt sedan onsdagen den 31 mars 2027 kl. 17.00 (svensk tid)',
    ],
  ] as const)
    it(`says at ${instant}: ${text}`, async () => {
      const page = await banner({ lang, properties: { notices: [notice], now: clock(instant) } });
      await page.shows(text);
      expect(textOf(page.part('time'))).to.equal(text);
    });

  it('lets telephone numbers in its texts be dialled', async () => {
    const notice = {
      ...PLANNED,
      body: { en: 'Call 011-15 60 00 at night.', sv: 'Ring.' },
      whatToDo: { en: ['Phone: 077-123 52 35.[^T30]'], sv: ['Ring.'] },
    };
    const page = await banner({ properties: { notices: [notice], now: clock(BEFORE) } });
    await page.shows('Phone: 077-123 52 35.');
    await until(() => count(page.root, 'a[href^="tel:"]') === 2, 'both numbers are links');
    const links = [...page.root.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]')];
    expect(links.map(({ href }) => href).join(' ')).to.equal('tel:+4611156000 tel:+46771235235');
    expect(textOf(page.part('body'))).to.equal('Call 011-15 60 00 at night.');
  });

  it('is a named section with a heading, passes axe, and announces nothing on load', async () => {
    const page = await banner({
      properties: { notices: [PLANNED, DISRUPTION], now: clock(BEFORE) },
    });
    expect(page.part('banner')?.getAttribute('aria-label')).to.equal('Service notices');
    expect(page.part('heading')?.localName).to.equal('h2');
    expect(page.status).to.equal('');
    expect(await axeViolations(page.element)).to.deep.equal([]);
  });

  it('has an empty status region from the first render', async () => {
    const page = await banner();
    expect(page.part('status')?.getAttribute('role')).to.equal('status');
    expect(page.status).to.equal('');
  });

  it('must show 1: goes from planned to soon, in progress, overrunning and done at the exact second', async () => {
    const page = await banner({ properties: { notices: [PLANNED], now: clock(BEFORE) } });
    const steps: [string, string][] = [
      ['2026-12-04T22:00:00.000+01:00', 'planned'],
      ['2026-12-04T22:00:00.001+01:00', 'soon'],
      ['2026-12-05T21:59:59.999+01:00', 'soon'],
      ['2026-12-05T22:00:00.000+01:00', 'in-progress'],
      ['2026-12-06T03:59:59.999+01:00', 'in-progress'],
      ['2026-12-06T04:00:00.000+01:00', 'overrunning'],
    ];
    for (const [instant, phase] of steps) {
      page.element.now = clock(instant);
      expect(page.element.phase, `${instant}, at once`).to.equal(phase);
      await page.element.updateComplete;
      expect(count(page.root, `.${phase}`), `${instant}, drawn`).to.equal(1);
      expect(page.element.matches(':defined') && hasState(page.element, phase)).to.equal(true);
    }
    page.element.notices = [{ ...PLANNED, endedAt: '2026-12-06T03:50:00+01:00' }];
    await page.at('2026-12-06T03:50:00+01:00');
    expect(page.element.phase).to.equal('done');
    await page.at('2026-12-06T04:20:00+01:00');
    expect(page.element.phase).to.equal('');
    expect(count(page.root, '[part~="banner"]')).to.equal(0);
  });

  it('must show 1: changes by itself when the second comes, without a question', async () => {
    const start = Date.parse('2026-12-05T22:00:00+01:00');
    const began = performance.now();
    const page = await banner({
      properties: {
        notices: [PLANNED],
        now: () => new Date(start - 400 + performance.now() - began),
      },
    });
    const events = eventsOf(page.element, 'lucka-notice-phase');
    expect(page.element.phase).to.equal('soon');
    await until(() => count(page.root, '.in-progress'), 'it is in progress');
    const late = performance.now() - began - 400;
    expect(late).to.be.within(0, 300);
    expect(events.map(({ id, from, to }) => [id, from, to])).to.deep.equal([
      ['planned-night', 'soon', 'in-progress'],
    ]);
  });

  it('must show 1: is right within a second of becoming visible after sleep', async () => {
    let instant = BEFORE;
    const page = await banner({ properties: { notices: [PLANNED], now: () => new Date(instant) } });
    expect(count(page.root, '.planned')).to.equal(1);
    // The timer slept: nothing but the page's becoming visible tells.
    instant = '2026-12-05T23:00:00+01:00';
    const woke = performance.now();
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => count(page.root, '.in-progress') === 1, 'it is in progress');
    expect(performance.now() - woke).to.be.below(1000);
  });

  it('interrupts once when an interruption begins while the page is open', async () => {
    const page = await banner({ properties: { notices: [PLANNED], now: clock(BEFORE) } });
    await page.at('2026-12-05T22:00:00+01:00');
    await until(() => page.alert, 'something is said');
    expect([page.alert, page.status]).to.deep.equal([
      'In progress: My page closes for maintenance.',
      '',
    ]);
    await page.at('2026-12-06T04:00:00+01:00');
    await until(() => page.status.startsWith('Taking longer'), 'the next is said');
    expect(page.alert).to.equal('');
  });

  it('tells politely of a notice that comes while the page is open, and not of the same again', async () => {
    const page = await banner({ properties: { notices: [], now: clock(BEFORE) } });
    page.element.notices = [PLANNED];
    await until(() => page.status, 'something is said');
    expect(page.status).to.equal('New notice: My page closes for maintenance.');
    expect(page.part('status')?.getAttribute('aria-live')).to.equal(null);
    const { status } = page;
    page.element.notices = [structuredClone(PLANNED)];
    await page.element.updateComplete;
    expect(page.status).to.equal(status);
  });

  it('describes each link and button by the title of its notice', async () => {
    const notice = { ...PLANNED, moreHref: '/news' };
    const { root } = await banner({ properties: { notices: [notice], now: clock(BEFORE) } });
    const controls = [...root.querySelectorAll('summary, a, button')];
    expect(controls.map(textOf)).to.include('Read more');
    for (const control of controls) {
      const id = control.getAttribute('aria-describedby') ?? '';
      expect(textOf(root.getElementById(id)), textOf(control)).to.equal(PLANNED.title.en);
    }
  });

  it('shows the most urgent first, at most three, then all', async () => {
    const soon = { ...PLANNED, id: 'soon', startsAt: '2026-12-02T08:00:00+01:00' };
    const later = {
      ...PLANNED,
      id: 'later',
      startsAt: '2026-12-08T08:00:00+01:00',
      endsAt: '2026-12-08T09:00:00+01:00',
    };
    const page = await banner({
      properties: { notices: [later, PLANNED, soon, DISRUPTION], now: clock(BEFORE) },
    });
    const ids = () => page.parts('notice').map(({ dataset }) => dataset['id']);
    expect(page.element.activeNotices.map(({ id }) => id)).to.deep.equal([
      'slow',
      'soon',
      'planned-night',
      'later',
    ]);
    expect(ids()).to.deep.equal(['slow', 'soon', 'planned-night']);
    expect(page.element.phase).to.equal('in-progress');
    const more = page.part('more')?.querySelector('button');
    expect(textOf(more)).to.equal('Show all 4 notices');
    more?.click();
    await page.element.updateComplete;
    expect(ids()).to.have.lengthOf(4);
    expect(textOf(page.root.activeElement)).to.equal('My page closes for maintenance');
  });

  it('shows only what touches the named services', async () => {
    const whole = {
      ...PLANNED,
      id: 'whole',
      scope: 'whole',
      affected: [],
      unaffected: ['booking'],
    };
    const cases: [string, string[]][] = [
      ['messages', ['planned-night', 'whole']],
      ['booking', []],
      ['documents', ['whole']],
      ['booking my-page', ['planned-night', 'whole']],
    ];
    for (const [service, ids] of cases) {
      const page = await banner({
        attributes: { 'affected-service': service },
        properties: { notices: [PLANNED, whole], now: clock(BEFORE) },
      });
      expect(
        page.element.activeNotices.map(({ id }) => id),
        service,
      ).to.deep.equal(ids);
    }
  });

  it('shows an interruption so many days before, and a closure from its publication', async () => {
    const page = await banner({
      attributes: { 'lead-days': '2' },
      properties: { notices: [PLANNED, CLOSURE], now: clock('2026-12-03T21:59:59+01:00') },
    });
    expect(page.element.phase).to.equal('');
    await page.at('2026-12-03T22:00:00+01:00');
    expect(page.element.phase).to.equal('planned');
    await page.at('2027-02-22T09:00:00+01:00');
    expect(page.element.activeNotices.map(({ phase }) => phase)).to.include('closure');
  });

  it('falls back and warns once for attributes that are wrong', async () => {
    const { texts, restore } = (await import('../../support/page.js')).warnings();
    const page = await banner({
      attributes: { 'lead-days': 'many', max: '0', 'time-zone': 'Mars/Olympus', format: 'xml' },
      properties: { notices: [PLANNED], now: clock(BEFORE) },
    });
    restore();
    expect(page.titles).to.have.lengthOf(1);
    for (const attribute of ['lead-days', 'max', 'time-zone', 'format'])
      expect(
        texts.filter((text) => text.includes(`> ${attribute}:`)),
        attribute,
      ).to.have.lengthOf(1);
  });

  it('takes an assignment to what is read-only with a warning', async () => {
    const { texts, restore } = (await import('../../support/page.js')).warnings();
    const page = await banner({ properties: { notices: [PLANNED], now: clock(BEFORE) } });
    page.element.phase = 'done';
    page.element.activeNotices = [];
    restore();
    expect(page.element.phase).to.equal('planned');
    expect(texts).to.have.lengthOf(2);
  });
});

/** Custom states, where the browser has them, under either of their names. */
function hasState(element: HTMLElement & { internals: ElementInternals }, name: string): boolean {
  const { states } = element.internals as { states?: Set<string> };
  return !states || states.has(name) || states.has(`--${name}`);
}
