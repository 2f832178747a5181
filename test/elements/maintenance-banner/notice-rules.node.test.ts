import { expect } from '@open-wc/testing';
import { validateNotice } from '../../../src/elements/maintenance-banner/notices/notice-rules.js';
import { CLOSURE, PLANNED } from '../../support/notices.js';

describe('the rules of notices', () => {
  const rulesOf = (change: object) =>
    validateNotice({ ...PLANNED, ...change }).map(({ rule, member }) => `${rule} ${member}`);
  const cases: [string, object, string[]][] = [
    ['a good notice', {}, []],
    ['a text in one language', { title: { sv: 'Prov' } }, ['missing-language title']],
    ['an empty text', { body: { sv: '', en: 'Check' } }, ['missing-language body']],
    ['no text but a title', { body: { sv: '', en: '' } }, []],
    ['no offset', { startsAt: '2030-01-01T22:00:00' }, ['no-offset startsAt']],
    ['no offset of what is optional', { endedAt: '2030-01-01T22:00:00' }, ['no-offset endedAt']],
    ['no such day', { startsAt: '2030-13-01T22:00:00+01:00' }, ['date-time startsAt']],
    ['no start', { startsAt: null }, ['required startsAt']],
    ['an unknown kind', { kind: 'party' }, ['required kind']],
    ['a kind of the prototype', { kind: 'constructor' }, ['required kind']],
    [
      'an end before its start',
      { endsAt: '2026-12-05T21:59:59+01:00' },
      ['end-before-start endsAt'],
    ],
    ['an end at its start', { endsAt: '2026-12-05T22:00:00+01:00' }, []],
    ['a closure without a date', { kind: 'closure' }, ['required closesAt']],
    [
      'a closure too early',
      { ...CLOSURE, closesAt: '2027-03-01T09:00:00+01:00' },
      ['closure-30-days closesAt'],
    ],
  ];
  for (const [name, change, rules] of cases) {
    it(`finds ${rules.join(', ') || 'nothing'} in ${name}`, () => {
      expect(rulesOf(change)).to.deep.equal(rules);
    });
  }
});
