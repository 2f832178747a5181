import { expect } from '@open-wc/testing';
import {
  compareUrgency,
  dismissalKey,
  isAnnouncedInTime,
  nextChange,
  phaseOf,
  PHASES,
  type Dated,
} from '../../../src/elements/maintenance-banner/notices/notice-phase.js';
import type { Phase } from '../../../src/elements/maintenance-banner/state.js';
import { CLOSURE, DISRUPTION, PLANNED } from '../../support/notices.js';

const at = (instant: string): number => Date.parse(instant);

describe('the phases of a notice', () => {
  const dated = (change: Partial<Dated>): Dated => ({ ...PLANNED, ...change });
  const undated: Partial<Dated> = { kind: 'terms', startsAt: null, endsAt: null };

  const cases: [string, Dated, string, Phase | ''][] = [
    [
      'not published',
      dated({ publishedAt: '2026-12-02T00:00:00+01:00' }),
      '2026-12-01T23:59:59+01:00',
      '',
    ],
    [
      'published',
      dated({ publishedAt: '2026-12-02T00:00:00+01:00' }),
      '2026-12-02T00:00:00+01:00',
      'planned',
    ],
    [
      '15 days before',
      dated({ publishedAt: '2026-11-01T00:00:00+01:00' }),
      '2026-11-21T21:59:59+01:00',
      '',
    ],
    [
      '14 days before',
      dated({ publishedAt: '2026-11-01T00:00:00+01:00' }),
      '2026-11-21T22:00:00+01:00',
      'planned',
    ],
    ['exactly 24 hours before', dated({}), '2026-12-04T22:00:00+01:00', 'planned'],
    ['under 24 hours before', dated({}), '2026-12-04T22:00:01+01:00', 'soon'],
    ['at its start', dated({}), '2026-12-05T22:00:00+01:00', 'in-progress'],
    ['a second before its end', dated({}), '2026-12-06T03:59:59+01:00', 'in-progress'],
    ['at its planned end', dated({}), '2026-12-06T04:00:00+01:00', 'overrunning'],
    [
      'checked',
      dated({ verifyingAt: '2026-12-06T03:00:00+01:00' }),
      '2026-12-06T03:00:00+01:00',
      'verifying',
    ],
    [
      'checked past its end',
      dated({ verifyingAt: '2026-12-06T03:00:00+01:00' }),
      '2026-12-06T05:00:00+01:00',
      'verifying',
    ],
    [
      'ended early',
      dated({ endedAt: '2026-12-06T02:00:00+01:00' }),
      '2026-12-06T02:00:00+01:00',
      'done',
    ],
    [
      'ended 29:59 ago',
      dated({ endedAt: '2026-12-06T02:00:00+01:00' }),
      '2026-12-06T02:29:59+01:00',
      'done',
    ],
    [
      'ended 30 minutes ago',
      dated({ endedAt: '2026-12-06T02:00:00+01:00' }),
      '2026-12-06T02:30:00+01:00',
      '',
    ],
    ['a disturbance', DISRUPTION, '2026-12-01T10:15:00+01:00', 'in-progress'],
    ['a disturbance that lasts', DISRUPTION, '2027-12-01T10:15:00+01:00', 'in-progress'],
    [
      'a disturbance past its end',
      { ...DISRUPTION, endsAt: '2026-12-01T12:00:00+01:00' },
      '2026-12-01T12:00:00+01:00',
      'overrunning',
    ],
    ['news without a date', dated(undated), '2027-06-01T12:00:00+02:00', 'planned'],
    [
      'news without a date that ended',
      dated({ ...undated, endedAt: '2027-06-01T12:00:00+02:00' }),
      '2027-06-01T12:30:00+02:00',
      '',
    ],
    ['a closure at once', CLOSURE, '2027-02-22T09:00:00+01:00', 'closure'],
    ['a closure a second before', CLOSURE, '2027-03-31T16:59:59+02:00', 'closure'],
    ['a closure in force', CLOSURE, '2027-03-31T17:00:00+02:00', 'closed'],
    [
      'a closure taken back',
      { ...CLOSURE, endedAt: '2027-03-01T12:00:00+01:00' },
      '2027-03-01T12:00:00+01:00',
      '',
    ],
    // The lead time is in days of the Swedish calendar, also when the clocks change: 29 March and 25 October 2026.
    [
      '14 days before, over the spring change',
      dated({
        publishedAt: '2026-03-01T00:00:00+01:00',
        startsAt: '2026-04-05T22:00:00+02:00',
        endsAt: null,
      }),
      '2026-03-22T22:00:00+01:00',
      'planned',
    ],
    [
      'a second less, over the spring change',
      dated({
        publishedAt: '2026-03-01T00:00:00+01:00',
        startsAt: '2026-04-05T22:00:00+02:00',
        endsAt: null,
      }),
      '2026-03-22T21:59:59+01:00',
      '',
    ],
    [
      '14 days before, over the autumn change',
      dated({
        publishedAt: '2026-10-01T00:00:00+02:00',
        startsAt: '2026-10-31T22:00:00+01:00',
        endsAt: null,
      }),
      '2026-10-17T22:00:00+02:00',
      'planned',
    ],
    [
      'a second less, over the autumn change',
      dated({
        publishedAt: '2026-10-01T00:00:00+02:00',
        startsAt: '2026-10-31T22:00:00+01:00',
        endsAt: null,
      }),
      '2026-10-17T21:59:59+02:00',
      '',
    ],
    [
      '14 days before, over a year’s end',
      dated({
        publishedAt: '2026-12-01T00:00:00+01:00',
        startsAt: '2027-01-10T08:00:00+01:00',
        endsAt: null,
      }),
      '2026-12-27T08:00:00+01:00',
      'planned',
    ],
    [
      '14 days before, over the end of February',
      dated({
        publishedAt: '2028-01-01T00:00:00+01:00',
        startsAt: '2028-03-05T08:00:00+01:00',
        endsAt: null,
      }),
      '2028-02-20T08:00:00+01:00',
      'planned',
    ],
  ];
  for (const [name, notice, instant, phase] of cases) {
    it(`is "${phase}": ${name}`, () => {
      expect(phaseOf(notice, at(instant), 14)).to.equal(phase);
    });
  }

  it('changes at each boundary that nextChange names, and never between', () => {
    const notice: Dated = {
      ...PLANNED,
      publishedAt: '2026-10-01T00:00:00+02:00',
      verifyingAt: '2026-12-06T04:30:00+01:00',
      endedAt: '2026-12-06T05:00:00+01:00',
    };
    const phases: string[] = [];
    let now = at('2026-09-01T00:00:00+02:00');
    for (let next = nextChange(notice, now, 14); Number.isFinite(next);) {
      expect(phaseOf(notice, next - 1, 14)).to.equal(phaseOf(notice, now, 14));
      now = next;
      phases.push(phaseOf(notice, now, 14));
      next = nextChange(notice, now, 14);
    }
    expect(phases.filter((phase, index) => phase !== phases[index - 1])).to.deep.equal([
      '',
      'planned',
      'soon',
      'in-progress',
      'overrunning',
      'verifying',
      'done',
      '',
    ]);
  });

  it('puts the most urgent first, then the earlier, then by id', () => {
    const one = (id: string, phase: Phase, startsAt: string | null = null) => ({
      ...PLANNED,
      id,
      phase,
      startsAt,
    });
    const urgent = PHASES.map((phase) => one(phase, phase))
      .reverse()
      .sort(compareUrgency);
    expect(urgent.map(({ phase }) => phase)).to.deep.equal([...PHASES]);
    const ties = [
      one('c', 'planned', '2026-12-02T08:00:00+01:00'),
      one('b', 'planned', '2026-12-01T08:00:00+01:00'),
      one('d', 'planned'),
      one('a', 'planned', '2026-12-02T07:00:00Z'),
    ].sort(compareUrgency);
    expect(ties.map(({ id }) => id)).to.deep.equal(['b', 'a', 'c', 'd']);
  });
});

describe('30 Swedish calendar days before a closure', () => {
  const cases: [string, string, boolean, string][] = [
    [
      '2027-02-26T04:00:00+01:00',
      '2027-03-28T04:00:00+02:00',
      true,
      'though it is 29.958 × 24 hours: summer time begins',
    ],
    [
      '2027-10-02T04:00:00+02:00',
      '2027-11-01T03:59:00+01:00',
      false,
      'one minute short, though it is over 30 × 24 hours',
    ],
    ['2027-10-02T04:00:00+02:00', '2027-11-01T04:00:00+01:00', true, 'the same minute'],
    ['2026-12-05T12:00:00+01:00', '2027-01-04T12:00:00+01:00', true, 'over a year’s end'],
    [
      '2026-12-05T12:00:00+01:00',
      '2027-01-04T11:59:59+01:00',
      false,
      'a second short over a year’s end',
    ],
    ['2027-01-31T12:00:00+01:00', '2027-03-02T12:00:00+01:00', true, 'over a February of 28 days'],
    ['2028-01-31T12:00:00+01:00', '2028-03-01T12:00:00+01:00', true, 'over a February of 29 days'],
    [
      '2028-01-31T12:00:00+01:00',
      '2028-03-01T11:59:00+01:00',
      false,
      'a minute short in a leap year',
    ],
    ['2026-12-05T11:00:00Z', '2027-01-04T06:00:00-05:00', true, 'told with other offsets'],
  ];
  for (const [publishedAt, closesAt, isLawful, why] of cases) {
    it(`must show 2: ${publishedAt} to ${closesAt} is ${isLawful ? 'lawful' : 'too short'}, ${why}`, () => {
      expect(isAnnouncedInTime({ publishedAt, closesAt })).to.equal(isLawful);
    });
  }
});

describe('what a dismissal is remembered as', () => {
  const key = (change: object, phase: Phase, instant = '2026-12-01T12:00:00+01:00') =>
    dismissalKey({ ...CLOSURE, ...change }, phase, at(instant));

  it('tells revisions and phases of a notice apart', () => {
    const keys = [
      key({}, 'planned'),
      key({ revision: 2 }, 'planned'),
      key({}, 'soon'),
      key({ id: 'x' }, 'planned'),
    ];
    expect(new Set(keys).size).to.equal(4);
  });

  it('is another for a closure from 30, 14, 7, 3 and 1 Swedish calendar days before on', () => {
    // It closes at 17:00 summer time; summer time begins on 28 March.
    const boundaries = [
      '2027-03-01T17:00:00+01:00',
      '2027-03-17T17:00:00+01:00',
      '2027-03-24T17:00:00+01:00',
      '2027-03-28T17:00:00+02:00',
      '2027-03-30T17:00:00+02:00',
    ];
    let before = key({}, 'closure', '2027-02-23T00:00:00+01:00');
    for (const boundary of boundaries) {
      expect(dismissalKey(CLOSURE, 'closure', at(boundary) - 1), `before ${boundary}`).to.equal(
        before,
      );
      const after = dismissalKey(CLOSURE, 'closure', at(boundary));
      expect(after, boundary).not.to.equal(before);
      expect(nextChange(CLOSURE, at(boundary) - 1, 14), `the timer at ${boundary}`).to.equal(
        at(boundary),
      );
      before = after;
    }
  });
});
