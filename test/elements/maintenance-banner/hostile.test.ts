import { expect } from '@open-wc/testing';
import { banner } from '../../support/maintenance-banner.js';
import { BEFORE, clock, DISRUPTION, PLANNED } from '../../support/notices.js';
import { resetPage, textOf, until, warnings } from '../../support/page.js';

describe('lucka-maintenance-banner on a hostile page', () => {
  const { fetch } = window;
  afterEach(() => {
    window.fetch = fetch;
    delete (Object.prototype as { added?: unknown }).added;
    resetPage();
  });

  it('shows a notice whose id has half a character', async () => {
    const page = await banner({
      properties: { notices: [{ ...PLANNED, id: '\ud800' }, DISRUPTION], now: clock(BEFORE) },
    });
    expect(page.titles).to.have.lengthOf(2);
    await page.press('dismiss');
    await until(() => page.titles.length === 1, 'it is hidden');
  });

  it('works where another script has extended Object.prototype', async () => {
    for (const added of ['text', 7, ['list'], () => 'function']) {
      (Object.prototype as { added?: unknown }).added = added;
      const page = await banner({
        lang: 'sv',
        attributes: { storage: 'none' },
        properties: { notices: [PLANNED, DISRUPTION], now: clock(BEFORE) },
      });
      await until(() => page.titles.length === 2, 'both are shown');
      await page.press('dismiss');
      await until(() => page.titles.length === 1, 'it is hidden');
      page.element.restore();
      await until(() => page.titles.length === 2, 'it is back');
    }
  });

  it('says in the console what a feed should hold', async () => {
    window.fetch = () => Promise.resolve(Response.json({ page: {}, activeIncidents: [] }));
    const { texts, restore } = warnings();
    const page = await banner({ attributes: { src: '/instatus.json' } });
    await page.element.refresh();
    restore();
    expect(texts.join()).to.match(/src: .*expected "notices"/);
  });
});

describe('lucka-maintenance-banner in the hour that comes twice', () => {
  afterEach(resetPage);

  for (const [lang, wanted] of [
    [
      'en',
      'From Sunday 25 October 2026 at 02:30 (Central European Summer Time) to Sunday 25 October 2026 at 02:15 (Central European Standard Time) (Swedish time)',
    ],
    [
      'sv',
      'Från söndagen den 25 oktober 2026 kl. 02.30 (centraleuropeisk sommartid) till söndagen den 25 oktober 2026 kl. 02.15 (centraleuropeisk normaltid) (svensk tid)',
    ],
  ] as const)
    it(`names the zone, in ${lang}`, async () => {
      const night = {
        ...PLANNED,
        publishedAt: '2026-10-20T09:00:00+02:00',
        startsAt: '2026-10-25T02:30:00+02:00',
        endsAt: '2026-10-25T02:15:00+01:00',
      };
      const now = clock('2026-10-21T09:00:00+02:00');
      const page = await banner({ lang, properties: { notices: [night], now } });
      await until(() => page.part('time'), 'it is shown');
      expect(textOf(page.part('time'))).to.equal(wanted);
    });
});
