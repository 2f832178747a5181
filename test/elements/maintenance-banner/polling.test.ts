import { expect, fixtureCleanup } from '@open-wc/testing';
import type { NoticeService } from '../../../src/services/notices.js';
import { ServiceError } from '../../../src/services/service-error.js';
import { banner, cannedNotices, Banner } from '../../support/maintenance-banner.js';
import { DISRUPTION, PLANNED } from '../../support/notices.js';
import { FakeTime } from '../../support/fake-time.js';
import type { Attributes } from '../../support/terms-dialog.js';
import { eventsOf, resetPage } from '../../support/page.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('lucka-maintenance-banner and its questions', () => {
  let time: FakeTime;
  const place = document.createElement('div');
  beforeEach(() => document.body.append(place));
  afterEach(() => {
    time?.restore();
    place.replaceChildren();
    place.remove();
    resetPage();
  });

  /** A banner whose parts are all loaded, in a time that stands still. */
  async function lively(notices: readonly unknown[] | Error, attributes: Attributes = {}) {
    // The parts are loaded in real time.
    await banner({ properties: { notices: [DISRUPTION] } });
    fixtureCleanup();
    time = new FakeTime('2026-12-01T12:00:00+01:00');
    const source = cannedNotices(notices);
    return { page: await another(source, attributes), source };
  }

  /** Without what waits in real time. */
  async function another(source: NoticeService, attributes: Attributes = {}): Promise<Banner> {
    const element = document.createElement('lucka-maintenance-banner');
    for (const [name, value] of Object.entries(attributes))
      element.setAttribute(name, String(value));
    element.service = source;
    place.append(element);
    const page = new Banner(element);
    // Importing is a matter of real time, also of what was imported before.
    for (let turn = 0; turn < 500 && !page.titles.length; turn++) await time.pass(0);
    return page;
  }

  const visibleFor = (milliseconds: number) => time.pass(milliseconds);

  it('asks every five minutes, a fifth more or less', async () => {
    const { source } = await lively([PLANNED]);
    expect(source.asked).to.equal(1);
    await visibleFor(10 * HOUR);
    expect(source.asked).to.be.within(100, 151);
  });

  it('does not ask in step with other pages', async () => {
    const { source } = await lively([PLANNED]);
    const waits: number[] = [];
    let asked = source.asked;
    for (let since = 0, second = 0; waits.length < 20 && second < 10_000; second++) {
      await visibleFor(1000);
      since++;
      if (source.asked === asked) continue;
      asked = source.asked;
      waits.push(since);
      since = 0;
    }
    expect(new Set(waits).size).to.be.greaterThan(3);
    for (const wait of waits) expect(wait).to.be.within(239, 361);
  });

  it('must show 5: asks nothing while hidden for 30 minutes, and once on return', async () => {
    const { source } = await lively([PLANNED]);
    await time.see(false);
    await time.pass(30 * MINUTE);
    expect(source.asked).to.equal(1);
    await time.see(true);
    expect(source.asked).to.equal(2);
    await time.pass(MINUTE);
    expect(source.asked).to.equal(2);
  });

  it('does not ask on return after a moment', async () => {
    const { source } = await lively([PLANNED]);
    for (let times = 0; times < 20; times++) {
      await time.see(false);
      await time.pass(1000);
      await time.see(true);
    }
    expect(source.asked).to.equal(1);
  });

  it('asks seldomer while it fails, at least every 30 minutes, and as before once it works', async () => {
    const { page, source } = await lively(
      new ServiceError('notices: listNotices', 'internal', { status: 500 }),
    );
    const events = eventsOf(page.element, 'lucka-notice-error');
    await visibleFor(10 * HOUR);
    // 10 and 20 minutes, then 30 each time; a fifth more or less.
    expect(source.asked).to.be.within(17, 26);
    expect(events[0]?.code).to.equal('internal');
    source.notices = [PLANNED];
    await visibleFor(40 * MINUTE);
    const { asked } = source;
    await visibleFor(HOUR);
    expect(source.asked - asked).to.be.within(9, 16);
  });

  it('waits as long as the server asks for', async () => {
    const busy = new ServiceError('notices: listNotices', 'rate-limited', {
      status: 429,
      retryAfter: 7200,
    });
    const { source } = await lively(busy);
    await visibleFor(2 * HOUR - 1000);
    expect(source.asked).to.equal(1);
    await visibleFor(2000);
    expect(source.asked).to.equal(2);
  });

  it('asks once with poll="0", at most once a minute with less, and anew on refresh()', async () => {
    const { page, source } = await lively([PLANNED], { poll: '0' });
    await visibleFor(5 * HOUR);
    expect(source.asked).to.equal(1);
    await page.element.refresh();
    expect(source.asked).to.equal(2);
    page.element.poll = 1;
    await page.element.updateComplete;
    await visibleFor(HOUR);
    expect(source.asked).to.be.within(2 + 50, 2 + 76);
  });

  it('has one poller for all banners of a page', async () => {
    const { source } = await lively([PLANNED]);
    const pages: Banner[] = [];
    for (let times = 0; times < 3; times++) pages.push(await another(source));
    await time.pass(0);
    expect(source.asked).to.equal(1);
    expect(pages.map(({ titles }) => titles.length)).to.deep.equal([1, 1, 1]);
  });

  it('asks nothing, waits for nothing and listens to nothing once it has left, and nothing again when moved', async () => {
    const { page, source } = await lively([PLANNED]);
    for (let times = 0; times < 100; times++) place.append(page.element);
    await time.pass(0);
    expect(source.asked).to.equal(1);
    expect(page.titles).to.have.lengthOf(1);
    place.replaceChildren();
    await time.pass(0);
    expect(time.waiting).to.equal(0);
    expect(time.listeners).to.equal(0);
    await time.pass(24 * HOUR);
    expect(source.asked).to.equal(1);
  });

  it('changes nothing in the page when the feed is unchanged', async () => {
    const { page, source } = await lively([PLANNED, DISRUPTION]);
    let changes = 0;
    const watch = new MutationObserver((records) => (changes += records.length));
    watch.observe(page.root, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
    await visibleFor(HOUR);
    expect(source.asked).to.be.greaterThan(8);
    changes += watch.takeRecords().length;
    watch.disconnect();
    expect(changes).to.equal(0);
    expect(page.status).to.equal('');
  });

  it('stops when it leaves the page while it waits for an update', async () => {
    const { page, source } = await lively([PLANNED]);
    const asked = source.asked;
    page.element.max = 2;
    page.element.remove();
    await visibleFor(2 * HOUR);
    expect(source.asked).to.equal(asked);
    expect(time.waiting).to.equal(0);
  });

  it('leaks no node, listener or timer in a week with a lively feed, and asks no more than the rules allow', async function () {
    this.timeout(60_000);
    const { page, source } = await lively([PLANNED]);
    // Not at the moment when a timer of one minute ends: between that and the next render there is one timer less.
    await visibleFor(MINUTE * 1.5);
    const quiet = () => ({
      nodes: page.root.querySelectorAll('*').length,
      listeners: time.listeners,
      timers: time.waiting,
    });
    const before = quiet();
    const from = { asked: source.asked, now: time.now };
    let random = 7;
    const dice = (sides: number) => (random = (random * 48_271) % 2_147_483_647) % sides;
    let returns = 0;
    let seen = 0;
    while (time.now - from.now < 7 * 24 * HOUR) {
      const hoursAgo = (hours: number) => new Date(time.now - hours * HOUR).toISOString();
      source.notices =
        dice(9) === 0
          ? new ServiceError('notices: listNotices', 'internal', { status: 500 })
          : Array.from({ length: dice(6) }, (_, index) => ({
              ...DISRUPTION,
              id: `notice-${dice(500)}`,
              revision: 1 + index,
              body: { en: `Text **${dice(1000)}**`, sv: `Text ${dice(1000)}` },
              publishedAt: hoursAgo(5),
              startsAt: hoursAgo(2 - dice(40)),
              endsAt: dice(2) ? hoursAgo(-dice(50)) : null,
              endedAt: dice(4) ? null : hoursAgo(dice(2)),
            }));
      const isSeen = dice(3) > 0;
      await time.see(isSeen);
      if (isSeen) returns++;
      const while_ = (10 + dice(90)) * MINUTE;
      await time.pass(while_);
      if (isSeen) seen += while_;
      if (dice(5) === 0) page.element.activeNotices.forEach(({ id }) => page.element.dismiss(id));
    }
    source.notices = [
      {
        ...PLANNED,
        publishedAt: new Date(time.now - HOUR).toISOString(),
        startsAt: new Date(time.now + 100 * HOUR).toISOString(),
        endsAt: new Date(time.now + 101 * HOUR).toISOString(),
      },
    ];
    await page.element.refresh();
    await time.see(true);
    await time.pass(MINUTE * 1.5);
    const asked = source.asked - from.asked;
    expect(asked).to.be.greaterThan(300);
    expect(asked).to.be.at.most(seen / (0.8 * 5 * MINUTE) + returns + 2);
    expect(page.titles).to.have.lengthOf(1);
    expect(quiet()).to.deep.equal(before);
    expect(localStorage.length).to.be.at.most(2);
  });
});
