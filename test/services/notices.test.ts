import { expect } from '@open-wc/testing';
import { feedOf, httpNoticeService } from '../../src/services/http-notices.js';
import type { Notice } from '../../src/services/notices.js';
import { ServiceError } from '../../src/services/service-error.js';
import { validateNotice } from '../../src/elements/maintenance-banner/notices/notice-rules.js';

const fixture = async (name: string): Promise<Record<string, unknown>> =>
  (await fetch(new URL(`./fixtures/${name}.json`, import.meta.url))).json() as never;
const noticesOf = async (body: unknown): Promise<Notice[]> =>
  (await feedOf(body, 'auto')).notices as Notice[];

describe('the notices of a Statuspage', () => {
  it('have all that our own have, without a fault', async () => {
    const [incident, maintenance] = await noticesOf(await fixture('statuspage-summary'));
    expect(incident).to.deep.equal({
      id: 'cp306tmzcl0y',
      revision: Date.parse('2026-12-01T11:35:21+01:00') / 1000,
      kind: 'disruption',
      reason: 'operational',
      title: { en: 'Messages are not delivered', sv: 'Messages are not delivered' },
      body: {
        en: 'The cause is found. Keep your text and send it later.',
        sv: 'The cause is found. Keep your text and send it later.',
      },
      publishedAt: '2026-12-01T11:12:39.441+01:00',
      startsAt: '2026-12-01T11:05:00.000+01:00',
      endsAt: null,
      verifyingAt: null,
      endedAt: null,
      scope: 'part',
      affected: ['Secure messages'],
      impact: 'unavailable',
      moreHref: 'https://stspg.io/Q0E',
      dismissible: true,
    });
    expect([maintenance?.kind, maintenance?.startsAt, maintenance?.endsAt]).to.deep.equal([
      'planned',
      '2026-12-05T22:00:00.000+01:00',
      '2026-12-06T04:00:00.000+01:00',
    ]);
    for (const notice of [incident, maintenance]) expect(validateNotice(notice)).to.deep.equal([]);
  });

  const update = (status: string, instant: string) => ({ status, body: 'x', created_at: instant });
  const LATER = '2026-12-05T22:30:00+01:00';
  const cases: [string, object, Partial<Notice>][] = [
    [
      'work that began late',
      { status: 'in_progress', incident_updates: [update('in_progress', LATER)] },
      { startsAt: LATER },
    ],
    [
      'a fix that is watched',
      { status: 'monitoring', monitoring_at: LATER },
      { verifyingAt: LATER, endedAt: null },
    ],
    [
      'work that is checked',
      { status: 'verifying', incident_updates: [update('verifying', LATER)] },
      { verifyingAt: LATER },
    ],
    ['what is resolved', { status: 'resolved', resolved_at: LATER }, { endedAt: LATER }],
    [
      'what is completed',
      { status: 'completed', resolved_at: null, incident_updates: [update('completed', LATER)] },
      { endedAt: LATER },
    ],
    ['what has no impact', { impact: 'none', components: [] }, { impact: undefined }],
    ['what is minor', { impact: 'minor', components: [] }, { impact: 'slow', affected: [] }],
    ['what is critical', { impact: 'critical', components: [] }, { impact: 'unavailable' }],
    [
      'an incident without updates or components',
      { incident_updates: undefined, components: undefined },
      { body: { en: '', sv: '' }, affected: [] },
    ],
  ];
  for (const [name, change, wanted] of cases) {
    it(`tell ${name}`, async () => {
      const summary = await fixture('statuspage-summary');
      const [maintenance] = summary['scheduled_maintenances'] as object[];
      const [notice] = await noticesOf({
        incidents: [],
        scheduled_maintenances: [{ ...maintenance, ...change }],
      });
      for (const [member, value] of Object.entries(wanted))
        expect(notice?.[member as keyof Notice], member).to.deep.equal(value);
    });
  }

  it('leave what is no incident to whoever shows them', async () => {
    expect(await noticesOf({ incidents: [null, 7] })).to.deep.equal([null, 7]);
  });
});

describe('the notices of a cState', () => {
  // Built with cState's own templates (tags v5.6.1 and v6.0.0) and Hugo 0.111.3 from one set of issues.
  for (const version of [5, 6])
    it(`stand once each, with what they are and when, as version ${version} writes them`, async () => {
      const zone = version === 6 ? '+01:00' : '+00:00';
      const notices = await noticesOf(await fixture(`cstate-${version}`));
      expect(
        notices.map(({ id, kind, reason, startsAt, publishedAt }) =>
          [id, kind, reason, startsAt ?? '–', publishedAt].join(' '),
        ),
      ).to.deep.equal([
        // Active ones, planned or not, by the systems that they touch.
        `2026-12-05-planned disruption maintenance 2026-12-05T22:00:00${zone} 2026-11-27T00:00:00+14:00`,
        '2026-11-24-login-down disruption operational 2026-11-24T08:00:00+01:00 2026-11-24T08:00:00+01:00',
        `2026-11-24-slow disruption operational 2026-11-24T09:00:00${zone} 2026-11-24T09:00:00${zone}`,
        // Pinned and active.
        `2026-11-22-pinned-active disruption operational 2026-11-22T08:00:00${zone} 2026-11-22T08:00:00${zone}`,
        `2026-12-06-planned-pinned disruption maintenance 2026-12-06T08:00:00${zone} 2026-11-27T00:00:00+14:00`,
        // Only pinned: cState writes neither severity nor whether it is resolved.
        `2026-11-21-news account operational – 2026-11-21T08:00:00${zone}`,
        `2026-11-20-hours account operational – 2026-11-20T08:00:00${zone}`,
      ]);
      const down = notices.find(({ id }) => id === '2026-11-24-login-down');
      expect(down?.impact).to.equal('unavailable');
      expect(down?.affected).to.deep.equal(['My page', 'Messages']);
      expect(down?.moreHref).to.match(/\/issues\/2026-11-24-login-down\/$/);
      for (const notice of notices) expect(validateNotice(notice)).to.deep.equal([]);
    });

  it('are none on a quiet day', async () => {
    expect(await noticesOf(await fixture('cstate-empty'))).to.deep.equal([]);
  });

  it('are announced by the oldest instant that is known, where work is still to come', async () => {
    const issue = (lastMod: string) => ({
      title: 'x',
      createdAt: '2026-12-05 22:00:00 +0100 CET',
      lastMod,
      resolved: false,
      filename: 'x.md',
    });
    const publishedAt = async (body: Record<string, unknown>, lastMod: string) =>
      (await noticesOf({ ...body, systems: [{ unresolvedIssues: [issue(lastMod)] }] }))[0]
        ?.publishedAt;
    expect(await publishedAt({}, '2026-11-23 09:00:00 +0100 CET')).to.equal(
      '2026-11-23T09:00:00+01:00',
    );
    expect(await publishedAt({ buildDate: '2026-11-20' }, '2026-11-23 09:00:00 +0100')).to.equal(
      '2026-11-20T00:00:00+14:00',
    );
    expect(await publishedAt({ buildDate: 'never' }, '')).to.equal('2026-12-05T22:00:00+01:00');
  });

  it('end when they are resolved', async () => {
    const issue = {
      title: 'x',
      createdAt: '2018-05-25 14:30:00 +0000 UTC',
      lastMod: '',
      resolved: true,
      resolvedAt: '2018-05-25 16:30:00 +0000 UTC',
      filename: 'x.md',
    };
    const [notice] = await noticesOf({ systems: [{ unresolvedIssues: [issue] }] });
    expect(notice?.endedAt).to.equal('2018-05-25T16:30:00+00:00');
  });
});

describe('a feed of notices', () => {
  it('is refused when it is none', async () => {
    for (const body of [null, {}, [], { notices: {} }, 'text']) {
      const error = await feedOf(body, 'auto').catch((each: unknown) => each);
      expect((error as ServiceError).code, JSON.stringify(body)).to.equal('malformed-answer');
    }
  });

  it('is not taken for another when the page says what it is', async () => {
    const summary = await fixture('statuspage-summary');
    for (const format of ['lucka', 'cstate'] as const) {
      const error = await feedOf(summary, format).catch((each: unknown) => each);
      expect(error instanceof ServiceError, format).to.equal(true);
    }
  });

  it('has no notices where there is none, or not any more', async () => {
    const { fetch } = window;
    for (const status of [404, 410]) {
      window.fetch = () => Promise.resolve(new Response('', { status }));
      expect(await httpNoticeService('/none').listNotices()).to.deep.equal({ notices: [] });
    }
    window.fetch = fetch;
  });
});
