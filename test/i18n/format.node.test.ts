import { expect } from '@open-wc/testing';
import {
  dateInSentence,
  formatInstantDate,
  formatTime,
  formatWeekday,
  joinDateTime,
  timeInSentence,
} from '../../src/i18n/format.js';
import { registerLanguages } from '../../src/content/pack/register-languages.js';
import type { OpenContentPack } from '../../src/content/pack/open-pack.js';
import { formatDate } from '../../src/i18n/sweden.js';
import {
  formatShortSlot,
  formatSlot,
  momentInSentence,
} from '../../src/elements/booking-picker/format-times.js';

describe('a time of day', () => {
  const times: [string, string, string][] = [
    ['2026-10-25T09:00:00+01:00', 'en', '09:00'],
    ['2026-10-25T09:00:00+01:00', 'sv', '09.00'],
    ['2026-12-05T22:00:00+01:00', 'sv', '22.00'],
    ['2026-10-25T01:30:00+02:00', 'en', '01:30'],
    // The clocks go back from 03:00 to 02:00.
    ['2026-10-25T02:30:00+02:00', 'en', '02:30 (Central European Summer Time)'],
    ['2026-10-25T02:15:00+01:00', 'en', '02:15 (Central European Standard Time)'],
    ['2026-10-25T02:30:00+02:00', 'sv', '02.30 (centraleuropeisk sommartid)'],
    ['2026-10-25T02:15:00+01:00', 'sv', '02.15 (centraleuropeisk normaltid)'],
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

// Myndigheternas skrivregler: "tisdagen den 1 december", "den 1 december 2026", "kl. 22.00".
describe('a date within a sentence', () => {
  const instant = new Date('2026-12-05T22:00:00+01:00');
  const days: [string, string, string][] = [
    ['a date', 'en', '5 December 2026'],
    ['a date', 'sv', 'den 5 december 2026'],
    ['a weekday with its date', 'en', 'Saturday 5 December 2026'],
    ['a weekday with its date', 'sv', 'lördagen den 5 december 2026'],
  ];
  for (const [what, lang, text] of days)
    it(`is "${text}" (${lang}, ${what})`, () => {
      const date = formatInstantDate(instant, lang);
      const whole = what === 'a date' ? date : `${formatWeekday(instant, lang)} ${date}`;
      expect(dateInSentence(whole, lang)).to.equal(text);
    });

  it('has the definite form of every Swedish weekday', () => {
    const weekdays = [7, 8, 9, 10, 11, 12, 13].map((day) => {
      const noon = new Date(Date.UTC(2026, 11, day, 12));
      return dateInSentence(`${formatWeekday(noon, 'sv')} ${day} december`, 'sv').split(' ')[0];
    });
    expect(weekdays.join(' ')).to.equal(
      'måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen',
    );
  });

  it('stays as it is when it is not a date', () => {
    expect(dateInSentence('snart', 'sv')).to.equal('snart');
    expect(dateInSentence('', 'sv')).to.equal('');
  });
});

describe('a date with a time of day', () => {
  it('is joined by the word that the language has for it', () => {
    expect(joinDateTime('5 December 2026', '22:00', 'en')).to.equal('5 December 2026 at 22:00');
    expect(joinDateTime('5 december 2026', '22.00', 'sv')).to.equal('5 december 2026 kl. 22.00');
    expect(timeInSentence('22:00', 'en')).to.equal('22:00');
    expect(timeInSentence('22.00', 'sv')).to.equal('kl. 22.00');
  });

  const startsAt = '2026-12-01T09:20:00+01:00';
  const slot = { id: 's', startsAt, endsAt: '2026-12-01T09:40:00+01:00' };
  const texts: [string, string, string][] = [
    ['in a list', formatSlot(slot, 'en'), 'Tuesday 1 December at 09:20'],
    ['in a list', formatSlot(slot, 'sv'), 'tisdag 1 december kl. 09.20'],
    ['within a sentence', momentInSentence(slot, 'en'), 'Tuesday 1 December at 09:20'],
    ['within a sentence', momentInSentence(slot, 'sv'), 'tisdagen den 1 december kl. 09.20'],
    ['in short', formatShortSlot(startsAt, 'en'), 'Tue 1 Dec at 09:20'],
    ['in short', formatShortSlot(startsAt, 'sv'), 'tis 1 dec. kl. 09.20'],
  ];
  for (const [where, found, text] of texts)
    it(`is "${text}" ${where}`, () => expect(found).to.equal(text));
});

describe('dates and times on a page with a content pack', () => {
  const pack = {
    index: { languages: ['en', 'sv', 'nb'] },
    loadWords: () => Promise.resolve(undefined),
  };

  before(() => registerLanguages(pack as unknown as OpenContentPack));

  it('are written in English and Swedish as on any other page', () => {
    expect(formatDate('2026-12-01', 'en')).to.equal('1 December 2026');
    expect(formatDate('2026-12-01', 'sv')).to.equal('1 december 2026');
    expect(joinDateTime('1 December 2026', '09:20', 'en')).to.equal('1 December 2026 at 09:20');
    expect(joinDateTime('1 december 2026', '09.20', 'sv')).to.equal('1 december 2026 kl. 09.20');
  });

  it('are written in another language of the pack as its speakers write them', () => {
    expect(formatDate('2026-12-01', 'nb')).to.equal('1. desember 2026');
    expect(joinDateTime('1. desember 2026', '09:20', 'nb')).to.equal('1. desember 2026 kl. 09:20');
  });
});
