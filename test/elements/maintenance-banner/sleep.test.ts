import { expect, fixtureCleanup } from '@open-wc/testing';
import { Banner, banner, cannedNotices } from '../../support/maintenance-banner.js';
import { FakeTime } from '../../support/fake-time.js';
import { DISRUPTION, PLANNED } from '../../support/notices.js';
import { resetPage } from '../../support/page.js';

/** A computer that sleeps stops the timers, and some browsers do not say when it wakes. */
describe('lucka-maintenance-banner after sleep', () => {
  let time: FakeTime;
  afterEach(() => {
    time?.restore();
    resetPage();
  });

  it('is right and has asked within a minute', async () => {
    await banner({ properties: { notices: [DISRUPTION] } });
    fixtureCleanup();
    time = new FakeTime('2026-12-04T12:00:00+01:00');
    const waits: number[] = [];
    const { setTimeout: set } = window;
    window.setTimeout = ((run: () => void, wait = 0) => (
      waits.push(wait),
      set(run, wait)
    )) as never;
    const element = document.createElement('lucka-maintenance-banner');
    element.service = cannedNotices([PLANNED]);
    element.poll = 3600;
    document.body.append(element);
    const page = new Banner(element);
    for (let turn = 0; turn < 500 && !page.titles.length; turn++) await time.pass(0);
    await time.pass(60_000);
    window.setTimeout = set;
    element.remove();
    expect(page.titles).to.have.lengthOf(1);
    expect(waits.length).to.be.greaterThan(1);
    expect(Math.max(...waits)).to.be.at.most(60_000);
  });
});
