import { expect } from '@open-wc/testing';
import {
  firstStep,
  isAnswered,
  NOTHING_CHOSEN,
  stepAfter,
  stepBefore,
  withDay,
  withOffice,
  withSlot,
  type Choices,
  type Step,
  type StepSettings,
} from '../../../src/elements/booking-picker/steps.js';

const settings: StepSettings = {
  ...{ mode: 'book', letterGate: 'ask', hasService: true, isChanging: false },
};
const slot = {
  id: 'boden-1',
  startsAt: '2027-03-25T09:00:00+01:00',
  endsAt: '2027-03-25T09:30:00+01:00',
};
const all: Choices = {
  ...{ gate: 'yes', letter: 'ABC-123', officeId: 'boden', date: '2027-03-25', slot },
};

describe('the steps of a booking', () => {
  const firsts: [Partial<StepSettings>, Step][] = [
    [{}, 'gate'],
    [{ letterGate: 'reference' }, 'gate'],
    [{ letterGate: 'passed' }, 'office'],
    [{ letterGate: 'passed', hasService: false }, 'elsewhere'],
    [{ mode: 'select', letterGate: 'passed' }, 'office'],
    [{ mode: 'manage' }, 'find'],
    [{ mode: 'manage', hasService: false }, 'elsewhere'],
  ];
  for (const [given, step] of firsts)
    it(`begin with ${step} for ${JSON.stringify(given)}`, () => {
      expect(firstStep({ ...settings, ...given })).to.equal(step);
    });

  const afters: [Step, Partial<Choices>, Partial<StepSettings>, Step][] = [
    ['gate', { gate: 'yes' }, {}, 'office'],
    ['gate', { gate: 'no' }, {}, 'no-letter'],
    ['gate', { gate: 'cannot-visit' }, {}, 'cannot-visit'],
    ['gate', { gate: 'yes' }, { hasService: false }, 'elsewhere'],
    ['gate', { gate: 'no' }, { hasService: false }, 'no-letter'],
    ['office', {}, {}, 'day'],
    ['day', {}, {}, 'time'],
    ['time', {}, {}, 'check'],
    ['check', {}, {}, 'booked'],
    ['find', {}, { mode: 'manage' }, 'booked'],
    ['cancel', {}, {}, 'cancelled'],
    ['no-letter', {}, {}, 'no-letter'],
    ['booked', {}, {}, 'booked'],
    ['cancelled', {}, {}, 'cancelled'],
  ];
  for (const [step, choices, given, next] of afters)
    it(`lead from ${step} ${JSON.stringify({ ...choices, ...given })} on to ${next}`, () => {
      const made = { ...NOTHING_CHOSEN, ...choices };
      expect(stepAfter(step, made, { ...settings, ...given })).to.equal(next);
    });

  const befores: [Step, Partial<StepSettings>, Step | undefined][] = [
    ['gate', {}, undefined],
    ['no-letter', {}, 'gate'],
    ['cannot-visit', {}, 'gate'],
    ['elsewhere', {}, 'gate'],
    ['elsewhere', { letterGate: 'passed', hasService: false }, undefined],
    ['office', {}, 'gate'],
    ['office', { letterGate: 'passed' }, undefined],
    ['office', { isChanging: true }, 'booked'],
    ['day', {}, 'office'],
    ['time', {}, 'day'],
    ['check', {}, 'time'],
    ['booked', {}, undefined],
    ['cancel', {}, 'booked'],
    ['cancelled', {}, undefined],
  ];
  for (const [step, given, before] of befores)
    it(`lead from ${step} ${JSON.stringify(given)} back to ${before ?? 'nowhere'}`, () => {
      expect(stepBefore(step, { ...settings, ...given })).to.equal(before);
    });

  const answers: [Step, Partial<Choices>, boolean][] = [
    ['gate', {}, false],
    ['gate', { gate: 'no' }, true],
    ['office', {}, false],
    ['office', { officeId: 'boden' }, true],
    ['day', { officeId: 'boden' }, false],
    ['day', { date: '2027-03-25' }, true],
    ['time', { date: '2027-03-25' }, false],
    ['time', { slot }, true],
    ['booked', {}, true],
  ];
  for (const [step, choices, isOne] of answers)
    it(`${isOne ? 'have' : 'lack'} an answer on ${step} with ${Object.keys(choices).join() || 'nothing'}`, () => {
      expect(isAnswered(step, { ...NOTHING_CHOSEN, ...choices })).to.equal(isOne);
    });

  it('keep what still holds when an earlier choice changes', () => {
    const kept = ({ gate, letter, officeId, date, slot: time }: Choices) =>
      [gate, letter, officeId, date, time?.id ?? ''].join(' ');
    const other = { ...slot, id: 'boden-2' };
    expect(kept(withOffice(all, 'malmo'))).to.equal('yes ABC-123 malmo  ');
    expect(kept(withOffice(all, 'boden'))).to.equal(kept(all));
    expect(kept(withDay(all, '2027-03-30'))).to.equal('yes ABC-123 boden 2027-03-30 ');
    expect(kept(withDay(all, '2027-03-25'))).to.equal(kept(all));
    expect(kept(withSlot(all, other, '2027-03-26'))).to.equal(
      'yes ABC-123 boden 2027-03-26 boden-2',
    );
  });
});
