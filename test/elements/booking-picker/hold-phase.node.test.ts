import { expect } from '@open-wc/testing';
import { phaseOf, untilNextPhase } from '../../../src/elements/booking-picker/hold-phase.js';

const end = '2027-03-20T10:42:00+01:00';

describe('the clock of a hold', () => {
  const moments: [string, string, number | undefined][] = [
    ['10:32:00', 'held', 480_000],
    ['10:39:59', 'held', 1000],
    ['10:40:00', 'ending', 60_000],
    ['10:40:59', 'ending', 1000],
    ['10:41:00', 'last-minute', 60_000],
    ['10:41:59', 'last-minute', 1000],
    ['10:42:00', 'expired', undefined],
    ['11:00:00', 'expired', undefined],
  ];
  for (const [time, phase, next] of moments)
    it(`says at ${time} that it is ${phase}`, () => {
      const now = new Date(`2027-03-20T${time}+01:00`);
      expect(phaseOf(end, now)).to.equal(phase);
      expect(untilNextPhase(end, now)).to.equal(next);
    });
});
