import { expect } from '@open-wc/testing';
import { toICalendar, type CalendarEvent } from '../../src/shared/ical.js';

const visit: CalendarEvent = {
  uid: 'visit-1@agency.example',
  sequence: 0,
  stamp: new Date('2026-11-25T10:00:00Z'),
  start: new Date('2027-03-25T09:00:00+01:00'),
  end: new Date('2027-03-25T09:30:00+01:00'),
  summary: 'Visit',
};
const unfolded = (file: string): string[] => file.replace(/\r\n /g, '').split('\r\n');

describe('a calendar file', () => {
  it('has every required line once, and ends each with CR LF', () => {
    const file = toICalendar(visit);
    expect(file.replace(/\r\n/g, '')).not.to.match(/[\r\n]/);
    expect(unfolded(file)).to.deep.equal([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Lucka//Lucka//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:visit-1@agency.example',
      'SEQUENCE:0',
      'DTSTAMP:20261125T100000Z',
      'DTSTART:20270325T080000Z',
      'DTEND:20270325T083000Z',
      'SUMMARY:Visit',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('escapes commas, semicolons, backslashes and line breaks', () => {
    const lines = unfolded(
      toICalendar({ ...visit, location: 'Gate 1, 2; C:\\ \r\nBEGIN:VALARM\rx' }),
    );
    expect(lines).to.include('LOCATION:Gate 1\\, 2\\; C:\\\\ \\nBEGIN:VALARM\\nx');
  });

  it('lets nothing start a line of its own, not even in an address', () => {
    const lines = unfolded(
      toICalendar({ ...visit, url: 'https://a.example/\r\nATTACH:x', uid: 'a\r\nB:c' }),
    );
    expect(lines.filter((line) => /^(?:ATTACH|B):/.test(line))).to.deep.equal([]);
  });

  it('folds at 75 octets and never within a character', () => {
    const summary = `${'å'.repeat(60)}🙂`.repeat(3);
    const file = toICalendar({ ...visit, summary });
    const octets = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...octets)).to.be.at.most(75);
    expect(unfolded(file)).to.include(`SUMMARY:${summary}`);
  });

  it('cancels under the same name, with a higher number', () => {
    const lines = unfolded(toICalendar({ ...visit, sequence: 2, status: 'CANCELLED' }));
    expect(lines).to.include.members([
      'METHOD:CANCEL',
      'UID:visit-1@agency.example',
      'SEQUENCE:2',
      'STATUS:CANCELLED',
    ]);
  });

  it('leaves the time free where it is only to be known', () => {
    expect(unfolded(toICalendar({ ...visit, busy: false }))).to.include('TRANSP:TRANSPARENT');
  });
});
