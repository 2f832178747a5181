import { expect } from '@open-wc/testing';
import { validateNotice } from '../../src/elements/maintenance-banner/notices/notice-rules.js';
import { phaseOf } from '../../src/elements/maintenance-banner/notices/notice-phase.js';
import { readForeignFeed } from '../../src/services/foreign-feeds.js';
import type { Notice } from '../../src/services/notices.js';
import type { ServiceError } from '../../src/services/service-error.js';

const read = async (body: Record<string, unknown>): Promise<Notice[]> =>
  (await readForeignFeed(body, 'auto')).notices as Notice[];

/** An entry as a Statuspage writes it. */
const INCIDENT = {
  id: 'abc',
  name: 'Logins fail',
  status: 'investigating',
  impact: 'major',
  created_at: '2026-12-01T10:00:00Z',
  updated_at: '2026-12-01T10:05:00Z',
  components: [{ name: 'Logins', status: 'degraded_performance' }],
  incident_updates: [
    { status: 'investigating', body: 'We look.', created_at: '2026-12-01T10:00:00Z' },
  ],
};
const MAINTENANCE = {
  ...INCIDENT,
  status: 'scheduled',
  impact: 'maintenance',
  scheduled_for: '2026-12-05T21:00:00Z',
  scheduled_until: '2026-12-06T03:00:00Z',
};
const ISSUE = {
  title: 'Logins fail',
  createdAt: '2026-12-01 10:00:00 +0000 UTC',
  lastMod: '2026-12-01 10:05:00 +0000 UTC',
  severity: 'down',
  resolved: false,
  filename: '2026-12-01-logins.md',
  affected: ['Logins'],
};
const issues = (...unresolvedIssues: unknown[]) => ({ systems: [{ unresolvedIssues }] });

describe('a feed of another service', () => {
  it('claims no slowness of what has no impact', async () => {
    const [notice] = await read({ incidents: [{ ...INCIDENT, impact: 'none' }] });
    expect(notice?.impact).to.equal(undefined);
  });

  it('may announce maintenance without an end', async () => {
    for (const scheduled_until of [undefined, null, '']) {
      const [notice] = await read({ incidents: [{ ...MAINTENANCE, scheduled_until }] });
      expect(validateNotice(notice)).to.deep.equal([]);
      expect(notice?.startsAt).to.equal(MAINTENANCE.scheduled_for);
    }
  });

  it('does not say of maintenance that never began that it takes longer', async () => {
    const [notice] = await read({ scheduled_maintenances: [MAINTENANCE] });
    const phaseAt = (instant: string) => phaseOf(notice!, Date.parse(instant), 14);
    expect(phaseAt('2026-12-05T20:00:00Z')).to.equal('soon');
    expect(phaseAt('2026-12-06T02:00:00Z')).to.equal('in-progress');
    expect(phaseAt('2026-12-06T03:10:00Z')).to.equal('done');
    expect(phaseAt('2026-12-07T03:00:00Z')).to.equal('');
    const [late] = await read({
      scheduled_maintenances: [{ ...MAINTENANCE, status: 'in_progress' }],
    });
    expect(phaseOf(late!, Date.parse('2026-12-06T03:10:00Z'), 14)).to.equal('overrunning');
  });

  it('is read if it has nothing but scheduled maintenances', async () => {
    const notices = await read({ page: {}, scheduled_maintenances: [MAINTENANCE] });
    expect(notices.map(({ id }) => id)).to.deep.equal(['abc']);
  });

  const broken: [string, Record<string, unknown>][] = [
    ...Object.keys(MAINTENANCE).flatMap((member): [string, Record<string, unknown>][] =>
      [null, 7, {}, [null], 'x', { toString: 1 }].map((value) => [
        `a Statuspage's ${member} ${JSON.stringify(value)}`,
        { incidents: [{ ...MAINTENANCE, [member]: value }, INCIDENT] },
      ]),
    ),
    ...Object.keys(ISSUE).flatMap((member): [string, Record<string, unknown>][] =>
      [null, 7, {}, [null], 'x', { toString: 1 }].map((value) => [
        `a cState's ${member} ${JSON.stringify(value)}`,
        issues({ ...ISSUE, [member]: value }, { ...ISSUE, filename: 'other.md' }),
      ]),
    ),
  ];
  it('is read entry by entry', async () => {
    for (const [name, body] of broken) {
      const notices = await read(body);
      expect(notices.length, name).to.be.greaterThan(1);
      expect(validateNotice(notices.at(-1)), name).to.deep.equal([]);
      for (const { affected, body: texts } of notices)
        expect([affected, texts.en].flat().every((each) => typeof each === 'string')).to.equal(
          true,
          name,
        );
    }
  });

  it('may name one affected system alone', async () => {
    const [notice] = await read(issues({ ...ISSUE, affected: 'Logins' }));
    expect(notice?.affected).to.deep.equal(['Logins']);
  });

  it('has no dates in the year 1, which stands for none', async () => {
    const zero = '0001-01-01 00:00:00 +0000 UTC';
    const [notice] = await read(
      issues({ ...ISSUE, resolved: true, resolvedAt: zero, lastMod: zero }),
    );
    expect([notice?.endedAt, notice?.publishedAt]).to.deep.equal([
      null,
      '2026-12-01T10:00:00+00:00',
    ]);
  });

  it('says what it should hold when it holds something else', async () => {
    const instatus = { page: { status: 'UP' }, activeIncidents: [], activeMaintenances: [] };
    const error = (await read(instatus).catch((each: unknown) => each)) as ServiceError;
    expect(error.code).to.equal('malformed-answer');
    for (const name of ['notices', 'incidents', 'scheduled_maintenances', 'systems'])
      expect(error.message).to.include(`"${name}"`);
  });
});
