import { expect } from '@open-wc/testing';
import type { NoticeService } from '../../../src/services/notices.js';
import { banner, cannedNotices } from '../../support/maintenance-banner.js';
import { BEFORE, clock, DISRUPTION, PLANNED } from '../../support/notices.js';
import { resetPage, warnings } from '../../support/page.js';

/** Names that live until 1.0, each with one warning. */
describe('lucka-maintenance-banner under the names that it had', () => {
  afterEach(resetPage);

  const notices = [PLANNED, { ...DISRUPTION, affected: ['my-page'] }];
  const properties = { notices, now: clock(BEFORE) };
  const titlesOf = (page: Awaited<ReturnType<typeof banner>>) =>
    page.element.activeNotices.map(({ id }) => id);

  it('filters by the attribute service, with one warning, until it is removed', async () => {
    const { texts, restore } = warnings();
    const page = await banner({ attributes: { service: 'messages' }, properties });
    const other = await banner({ attributes: { service: 'messages' }, properties });
    restore();
    expect([titlesOf(page), titlesOf(other)]).to.deep.equal([['planned-night'], ['planned-night']]);
    expect(texts.filter((text) => text.includes('`affected-service`'))).to.have.lengthOf(1);
    page.element.removeAttribute('service');
    await page.element.updateComplete;
    expect(titlesOf(page)).to.have.lengthOf(2);
  });

  it('filters by a string that is set as service, and keeps the service', async () => {
    const service = cannedNotices(notices);
    const page = await banner({ properties: { service, now: clock(BEFORE) } });
    await page.shows('Sending messages is slow');
    page.element.service = 'messages' as unknown as NoticeService;
    await page.element.updateComplete;
    expect(titlesOf(page)).to.deep.equal(['planned-night']);
    expect(page.element.service).to.equal(service);
  });

  it('prefers the new attribute', async () => {
    for (const attributes of [
      { service: 'booking', 'affected-service': 'messages' },
      { 'affected-service': 'messages', service: 'booking' },
    ]) {
      const page = await banner({ attributes, properties });
      expect(titlesOf(page)).to.deep.equal(['planned-night']);
    }
  });

  it('requests a service that is set as source, with one warning', async () => {
    const { texts, restore } = warnings();
    const source = cannedNotices(notices);
    const page = await banner({ properties: { source, now: clock(BEFORE) } });
    await banner({ properties: { source } });
    restore();
    await page.shows('Sending messages is slow');
    expect(page.element.service).to.equal(source);
    expect(texts.filter((text) => text.includes('> source:'))).to.have.lengthOf(1);
  });
});
