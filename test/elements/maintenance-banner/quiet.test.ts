import { expect } from '@open-wc/testing';
import type { LuckaMaintenanceBanner } from '../../../src/elements/maintenance-banner/maintenance-banner.js';
import { Banner, banner, cannedNotices } from '../../support/maintenance-banner.js';
import { BEFORE, clock, PLANNED } from '../../support/notices.js';
import { resetPage, until } from '../../support/page.js';

const ENDED = { ...PLANNED, endedAt: '2026-11-01T12:00:00+01:00' };

/** The files with notices' views that the page has asked for. */
const views = () =>
  performance.getEntriesByType('resource').filter(({ name }) => /notices\/notices\./.test(name));

describe('lucka-maintenance-banner on a quiet day', () => {
  afterEach(resetPage);

  it('loads nothing that shows notices for a feed that is empty or whose notices have ended', async () => {
    for (const notices of [[], [ENDED]]) {
      const service = cannedNotices(notices);
      const page = await banner({ properties: { service, now: clock(BEFORE) } });
      await until(() => !page.showsSlot, 'there is an answer');
      expect(await page.element.updateComplete).to.equal(true);
      expect([page.text, page.element.phase, page.element.activeNotices.length]).to.deep.equal([
        '',
        '',
        0,
      ]);
    }
    expect(views()).to.have.lengthOf(0);
  });

  it('shows a notice that a later answer has, and the properties follow', async () => {
    const service = cannedNotices([]);
    const page = await banner({ properties: { service, now: clock(BEFORE) } });
    await until(() => !page.showsSlot, 'there is an answer');
    service.notices = [PLANNED];
    await page.element.refresh();
    expect(page.titles).to.have.lengthOf(1);
    expect(page.element.phase).to.equal('planned');
    expect(views()).not.to.have.lengthOf(0);
  });

  it('takes properties that the page set before the tag was defined', async () => {
    const tag = 'banner-that-comes-late';
    const element = document.createElement(tag) as LuckaMaintenanceBanner;
    Object.assign(element, { notices: [PLANNED], now: clock(BEFORE), max: 7 });
    document.body.append(element);
    class LateBanner extends (customElements.get(
      'lucka-maintenance-banner',
    ) as typeof LuckaMaintenanceBanner) {}
    customElements.define(tag, LateBanner);
    await element.updateComplete;
    expect(new Banner(element).titles).to.have.lengthOf(1);
    expect([element.max, Object.hasOwn(element, 'max')]).to.deep.equal([7, false]);
    element.setAttribute('max', '2');
    expect(element.max).to.equal(2);
    element.remove();
  });

  it('updates once for several changes, and says while an update is pending', async () => {
    const { element } = await banner({ properties: { notices: [] } });
    element.max = 1;
    element.poll = 90;
    expect(element.isUpdatePending).to.equal(true);
    await element.updateComplete;
    expect(element.isUpdatePending).to.equal(false);
    element.max = 1;
    expect(element.isUpdatePending).to.equal(false);
  });
});
