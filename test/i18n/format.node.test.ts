import { expect } from '@open-wc/testing';
import { formatTime } from '../../src/i18n/format.js';

describe('a time of day', () => {
  const times: [string, string, string][] = [
    ['2026-10-25T09:00:00+01:00', 'en', '09:00'],
    ['2026-10-25T01:30:00+02:00', 'en', '01:30'],
    // The clocks go back from 03:00 to 02:00.
    ['2026-10-25T02:30:00+02:00', 'en', '02:30 (Central European Summer Time)'],
    ['2026-10-25T02:15:00+01:00', 'en', '02:15 (Central European Standard Time)'],
    ['2026-10-25T02:30:00+02:00', 'sv', '02:30 (centraleuropeisk sommartid)'],
    ['2026-10-25T02:15:00+01:00', 'sv', '02:15 (centraleuropeisk normaltid)'],
    ['2026-10-25T03:00:00+01:00', 'en', '03:00'],
    // And forward from 02:00 to 03:00.
    ['2027-03-28T01:30:00+01:00', 'en', '01:30'],
    ['2027-03-28T03:30:00+02:00', 'en', '03:30'],
  ];
  for (const [instant, lang, text] of times)
    it(`is "${text}" at ${instant} (${lang})`, () => {
      expect(formatTime(new Date(instant), lang)).to.equal(text);
    });
});
