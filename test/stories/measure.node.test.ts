import { readFileSync } from 'node:fs';
import { expect } from '@open-wc/testing';
import type { Manifest } from '../../stories/interface.js';
import { MEASURED, measureCode, NOT_MEASURED } from '../../stories/measure.js';

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;

/** Runs the code to copy with this event on the document; the result is what it sends. */
function sentFor(name: string, fields: Readonly<Record<string, unknown>>): unknown[] {
  const page = new EventTarget();
  const sent: unknown[] = [];
  const browser = { sendBeacon: (_address: string, text: string) => sent.push(JSON.parse(text)) };
  new Function('document', 'navigator', measureCode())(page, browser);
  page.dispatchEvent(Object.assign(new Event(name), fields));
  return sent;
}

describe('the page about measuring', () => {
  it('decides about every event of every element, once', () => {
    const events = manifest.modules
      .flatMap(({ declarations }) => declarations)
      .flatMap(({ events = [] }) => events.map(({ name }) => name));
    const decided = [...Object.keys(MEASURED), ...Object.keys(NOT_MEASURED)];
    expect(decided.sort()).to.deep.equal(events.sort());
  });

  it('never sends the text of a message', () => {
    expect(sentFor('lucka-message-send', { message: { text: 'Hello' } })).to.deep.equal([]);
  });

  it('sends that a visit is booked, without its reference, office and time', () => {
    const booked = { reference: 'AB12', officeId: 'boden', startsAt: '2027-03-22T09:00:00+01:00' };
    expect(sentFor('lucka-booking-booked', booked)).to.deep.equal([
      { event: 'lucka-booking-booked' },
    ]);
  });

  it('does not send the step of a booking, which tells an answer', () => {
    expect(sentFor('lucka-booking-step', { step: 'cannot-visit' })).to.deep.equal([]);
  });

  it('sends the codes of errors, so that failures can be counted', () => {
    const error = { code: 'timeout', status: 0, retryable: true };
    expect(sentFor('lucka-message-error', error)).to.deep.equal([
      { event: 'lucka-message-error', ...error },
    ]);
  });

  it('sends that guidance was given, not to which result the answers led', () => {
    const result = { outcomeIds: ['o-visit'], flowId: 'documents' };
    expect(sentFor('lucka-wizard-result', result)).to.deep.equal([
      { event: 'lucka-wizard-result' },
    ]);
  });
});
