import { expect } from '@open-wc/testing';
import { addDays, toCalendarDate, toInstant, utcOffsetMinutes } from '../../src/i18n/time-zone.js';

const SWEDEN = 'Europe/Stockholm';

describe('the wall clock', () => {
  const sums: readonly (readonly [what: string, from: string, days: number, to: string])[] = [
    ['an ordinary day', '2026-12-05T22:00:00+01:00', 1, '2026-12-06T22:00:00+01:00'],
    ['30 days into summer time', '2027-02-26T04:00:00+01:00', 30, '2027-03-28T04:00:00+02:00'],
    ['30 days into winter time', '2027-10-02T04:00:00+02:00', 30, '2027-11-01T04:00:00+01:00'],
    ['a day of 23 hours', '2027-03-27T12:00:00+01:00', 1, '2027-03-28T12:00:00+02:00'],
    ['a day of 25 hours', '2027-10-30T12:00:00+02:00', 1, '2027-10-31T12:00:00+01:00'],
    ['a time that is skipped', '2027-03-27T02:30:00+01:00', 1, '2027-03-28T03:30:00+02:00'],
    ['a time that comes twice', '2027-10-30T02:30:00+02:00', 1, '2027-10-31T02:30:00+02:00'],
    ['the end of a leap February', '2028-02-28T09:00:00+01:00', 1, '2028-02-29T09:00:00+01:00'],
    ['the end of a year', '2026-12-31T23:59:59+01:00', 1, '2027-01-01T23:59:59+01:00'],
    ['backwards over a change', '2027-03-28T04:00:00+02:00', -30, '2027-02-26T04:00:00+01:00'],
  ];
  for (const [what, from, days, to] of sums) {
    it(`adds calendar days over ${what}`, () => {
      const sum = addDays(new Date(from), days, SWEDEN);
      expect(sum.toISOString()).to.equal(new Date(to).toISOString());
    });
  }

  it('keeps milliseconds, also before 1970', () => {
    expect(addDays(new Date('1969-12-30T10:00:00.250Z'), 1, SWEDEN).toISOString()).to.equal(
      '1969-12-31T10:00:00.250Z',
    );
  });

  it('knows the day where the zone is, not where the visitor is', () => {
    expect(toCalendarDate(new Date('2026-12-31T23:30:00Z'), SWEDEN)).to.equal('2027-01-01');
    expect(toCalendarDate(new Date('2026-12-31T23:30:00Z'), 'America/New_York')).to.equal(
      '2026-12-31',
    );
  });

  it('finds the instant of a time on a day', () => {
    expect(toInstant('2027-03-25', '09:00', SWEDEN).toISOString()).to.equal(
      '2027-03-25T08:00:00.000Z',
    );
    expect(toInstant('2027-03-30', '09:00', SWEDEN).toISOString()).to.equal(
      '2027-03-30T07:00:00.000Z',
    );
    expect(toInstant('2027-03-30', '09:00', 'Asia/Tokyo').toISOString()).to.equal(
      '2027-03-30T00:00:00.000Z',
    );
  });

  it('tells the offset in minutes', () => {
    expect(utcOffsetMinutes(new Date('2027-01-01T00:00:00Z'), SWEDEN)).to.equal(60);
    expect(utcOffsetMinutes(new Date('2027-07-01T00:00:00Z'), SWEDEN)).to.equal(120);
    expect(utcOffsetMinutes(new Date('2027-07-01T00:00:00Z'), 'Asia/Kolkata')).to.equal(330);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => toCalendarDate(new Date(), 'Europe/Storköping')).to.throw(RangeError);
  });
});
