import { expect } from '@open-wc/testing';
import { initialState } from '../../../src/elements/booking-picker/state.js';
import {
  initialStep,
  nextStep,
  previousStep,
  type Selection,
  type Step,
  type StepSettings,
  type StepState,
} from '../../../src/elements/booking-picker/step-machine.js';
import { isStepComplete } from '../../../src/elements/booking-picker/transitions.js';

const settings: StepSettings = { mode: 'book', letterGate: 'ask', hasService: true };
const slot = {
  id: 'boden-1',
  startsAt: '2027-03-25T09:00:00+01:00',
  endsAt: '2027-03-25T09:30:00+01:00',
};

const at = (step: Step, selection: Partial<Selection> = {}): StepState => ({
  ...initialState,
  step,
  selection: { ...initialState.selection, ...selection },
});

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
      expect(initialStep({ ...settings, ...given })).to.equal(step);
    });

  const afters: [Step, Partial<Selection>, Partial<StepSettings>, Step][] = [
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
  for (const [step, selection, given, next] of afters)
    it(`lead from ${step} ${JSON.stringify({ ...selection, ...given })} on to ${next}`, () => {
      expect(nextStep(at(step, selection), { ...settings, ...given })).to.equal(next);
    });

  const befores: [Step, Partial<StepSettings & StepState>, Step | undefined][] = [
    ['gate', {}, undefined],
    ['no-letter', {}, 'gate'],
    ['cannot-visit', {}, 'gate'],
    ['elsewhere', {}, 'gate'],
    ['elsewhere', { letterGate: 'passed', hasService: false }, undefined],
    ['office', {}, 'gate'],
    ['office', { letterGate: 'passed' }, undefined],
    ['office', { flow: 'reschedule' }, 'booked'],
    ['day', {}, 'office'],
    ['time', {}, 'day'],
    ['check', {}, 'time'],
    ['booked', {}, undefined],
    ['cancel', {}, 'booked'],
    ['cancelled', {}, undefined],
  ];
  for (const [step, given, before] of befores)
    it(`lead from ${step} ${JSON.stringify(given)} back to ${before ?? 'nowhere'}`, () => {
      const state = { ...at(step), ...given };
      expect(previousStep(state, { ...settings, ...given })).to.equal(before);
    });

  const answers: [Step, Partial<Selection>, boolean][] = [
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
  for (const [step, selection, isOne] of answers)
    it(`${isOne ? 'have' : 'lack'} an answer on ${step} with ${Object.keys(selection).join() || 'nothing'}`, () => {
      expect(isStepComplete(at(step, selection))).to.equal(isOne);
    });
});
