import type { Slot } from '../../services/bookings.js';

/** What is shown: the questions in their order, then what came of them. */
export type Step =
  | 'gate'
  | 'no-letter'
  | 'cannot-visit'
  /** The page gave no service: how to book otherwise. */
  | 'elsewhere'
  | 'office'
  | 'day'
  | 'time'
  | 'check'
  | 'booked'
  /** Which booking? Asked in `manage`. */
  | 'find'
  /** Cancel it, really? */
  | 'cancel'
  | 'cancelled';

export type GateAnswer = 'yes' | 'no' | 'cannot-visit';

/** What the person has chosen so far; '' and null are not chosen. */
export interface Choices {
  readonly gate: GateAnswer | '';
  /** The letter's reference, as typed. */
  readonly letter: string;
  readonly officeId: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly slot: Slot | null;
}

export const NOTHING_CHOSEN: Choices = { gate: '', letter: '', officeId: '', date: '', slot: null };

export interface StepSettings {
  readonly mode: 'book' | 'select' | 'manage';
  readonly letterGate: 'ask' | 'reference' | 'passed';
  readonly hasService: boolean;
  /** A booking is being moved to another time. */
  readonly isChanging: boolean;
}

/** Where the person begins. */
export function firstStep({ mode, letterGate, hasService }: StepSettings): Step {
  if (mode === 'manage') return hasService ? 'find' : 'elsewhere';
  if (letterGate !== 'passed') return 'gate';
  return hasService ? 'office' : 'elsewhere';
}

/** Where Continue leads once the step has its answer. */
export function stepAfter(step: Step, choices: Choices, settings: StepSettings): Step {
  switch (step) {
    case 'gate':
      if (choices.gate === 'no') return 'no-letter';
      if (choices.gate === 'cannot-visit') return 'cannot-visit';
      return settings.hasService ? 'office' : 'elsewhere';
    case 'office':
      return 'day';
    case 'day':
      return 'time';
    case 'time':
      return 'check';
    case 'check':
    case 'find':
      return 'booked';
    case 'cancel':
      return 'cancelled';
    default:
      return step;
  }
}

/** Where Back leads; undefined where there is no way back. */
export function stepBefore(step: Step, settings: StepSettings): Step | undefined {
  switch (step) {
    case 'no-letter':
    case 'cannot-visit':
    case 'elsewhere':
    case 'office': {
      if (settings.isChanging) return 'booked';
      const first = firstStep(settings);
      return first === step ? undefined : first;
    }
    case 'day':
      return 'office';
    case 'time':
      return 'day';
    case 'check':
      return 'time';
    case 'cancel':
      return 'booked';
    default:
      return undefined;
  }
}

/** Is something chosen here that only an open service has? */
export const isChoice = (step: Step): boolean => ['office', 'day', 'time'].includes(step);

/** Has this step its answer? */
export function isAnswered(step: Step, choices: Choices): boolean {
  switch (step) {
    case 'gate':
      return choices.gate !== '';
    case 'office':
      return choices.officeId !== '';
    case 'day':
      return choices.date !== '';
    case 'time':
    case 'check':
      return choices.slot !== null;
    default:
      return true;
  }
}

/** Another office has other days; the same one keeps them. */
export const withOffice = (choices: Choices, officeId: string): Choices =>
  choices.officeId === officeId ? choices : { ...choices, officeId, date: '', slot: null };

/** Another day has other times; the same one keeps them. */
export const withDay = (choices: Choices, date: string): Choices =>
  choices.date === date ? choices : { ...choices, date, slot: null };

/** A time, which may be on another day: one of the alternatives. */
export const withSlot = (choices: Choices, slot: Slot, date: string): Choices => ({
  ...choices,
  date,
  slot,
});
