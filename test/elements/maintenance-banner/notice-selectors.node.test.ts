import { expect } from '@open-wc/testing';
import {
  canDismiss,
  collapsedClosures,
  dueNotices,
  keyOf,
  nextChangeOf,
  parseNotices,
  undismissed,
} from '../../../src/elements/maintenance-banner/notices/notice-selectors.js';
import type { ActiveNotice } from '../../../src/elements/maintenance-banner/state.js';
import { BEFORE, CLOSURE, DISRUPTION, PLANNED } from '../../support/notices.js';

const now = Date.parse(BEFORE);
const criteria = { now, leadDays: 14, affectedService: '' };
const idsOf = (notices: readonly { readonly id: string }[]) => notices.map(({ id }) => id);

describe('which notices are shown', () => {
  it('are those that are due, the most urgent first', () => {
    const notices = [CLOSURE, PLANNED, DISRUPTION];
    expect(idsOf(dueNotices(notices, criteria))).to.deep.equal(['slow', 'planned-night']);
  });

  it('are none that may be over, while nothing newer is known', () => {
    const ended = { ...DISRUPTION, endsAt: '2026-12-01T11:00:00+01:00' };
    expect(dueNotices([ended], criteria)).to.have.lengthOf(1);
    expect(dueNotices([ended], { ...criteria, isStale: true })).to.have.lengthOf(0);
  });

  it('are none that were dismissed, but collapsed closures', () => {
    const later = Date.parse('2027-02-23T12:00:00+01:00');
    const due = dueNotices([{ ...PLANNED, kind: 'terms', startsAt: null, endsAt: null }, CLOSURE], {
      ...criteria,
      now: later,
    });
    const dismissed = due.map((notice) => keyOf(notice, later));
    expect(idsOf(due)).to.deep.equal(['closure', 'planned-night']);
    expect(idsOf(undismissed(due, dismissed, later))).to.deep.equal(['closure']);
    expect([...collapsedClosures(due, dismissed, later)]).to.deep.equal(['closure']);
    expect([...collapsedClosures(due, [], later)]).to.deep.equal([]);
  });

  it('are the first of two with the same id', () => {
    const { notices } = parseNotices([PLANNED, { ...PLANNED, revision: 2 }]);
    expect(notices.map(({ revision }) => revision)).to.deep.equal([1]);
  });

  it('never change again when there are none', () => {
    expect(nextChangeOf([], now, 14)).to.equal(Infinity);
    expect(nextChangeOf([PLANNED], now, 14)).to.equal(Date.parse('2026-12-04T22:00:00.001+01:00'));
  });
});

describe('what can be dismissed', () => {
  const cases: [ActiveNotice['phase'], boolean | undefined, boolean][] = [
    ['planned', true, true],
    ['planned', undefined, true],
    ['planned', false, false],
    ['soon', true, true],
    ['done', true, true],
    ['closure', false, true],
    ['closed', true, false],
    ['in-progress', true, false],
    ['overrunning', true, false],
    ['verifying', true, false],
  ];
  for (const [phase, dismissible, isPossible] of cases)
    it(`is ${isPossible ? '' : 'not '}a notice that is ${phase}, dismissible: ${dismissible}`, () => {
      const notice = { ...PLANNED, phase, dismissible } as ActiveNotice;
      expect(canDismiss(notice)).to.equal(isPossible);
    });
});

describe('whatever a server sends', () => {
  it('is validated entry by entry', () => {
    const hostile = { toString: 1 };
    for (const member of [...Object.keys(PLANNED), 'closesAt', 'endedAt'])
      for (const value of [hostile, [hostile], { en: hostile, sv: hostile }, '\ud800']) {
        const { notices, invalid } = parseNotices([{ ...PLANNED, [member]: value }, DISRUPTION]);
        expect(idsOf(notices), member).to.include('slow');
        expect(notices.length + invalid.length, member).to.be.greaterThan(1);
      }
  });

  it('is words without tags', () => {
    const html =
      '<p>We are <b class="x">working</b> on it.</p><p>Sorry<br/>&amp; thanks: a < b</p>';
    const body = { en: html, sv: 'Se <https://status.example> eller <a@b.example>.' };
    const [notice] = parseNotices([
      { ...PLANNED, title: { en: '<i>Night</i>', sv: 'x' }, body },
    ]).notices;
    expect(notice?.body.en).to.equal('We are working on it.\n\nSorry  \n&amp; thanks: a < b');
    expect(notice?.body.sv).to.equal(body.sv);
    expect(notice?.title.en).to.equal('Night');
  });

  it('may name one affected service alone', () => {
    const [notice] = parseNotices([{ ...PLANNED, affected: 'Logins' }]).notices;
    expect(notice?.affected).to.deep.equal(['Logins']);
  });

  it('has no date before 1970', () => {
    const { notices, invalid } = parseNotices([{ ...PLANNED, startsAt: '0001-01-01T00:00:00Z' }]);
    expect(notices).to.have.lengthOf(0);
    expect(invalid.map(({ rule }) => rule)).to.deep.equal(['date-time']);
  });
});
