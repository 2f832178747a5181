import type { Slot } from '../../services/bookings.js';

/** The questions in their order, and what comes of them. */
export type Step =
  | 'gate'
  | 'no-letter'
  | 'cannot-visit'
  /** The page gave no service: how to book in another way. */
  | 'elsewhere'
  | 'office'
  | 'day'
  | 'time'
  | 'check'
  | 'booked'
  /** Which booking? Asked in `manage`. */
  | 'find'
  /** Asks for confirmation of a cancellation. */
  | 'cancel'
  | 'cancelled';

export type Mode = 'book' | 'select' | 'manage';

export type GateAnswer = 'yes' | 'no' | 'cannot-visit';

/** What the person has chosen so far; '' and null are not chosen. */
export interface Selection {
  readonly gate: GateAnswer | '';
  /** The letter's reference, as typed. */
  readonly letter: string;
  readonly officeId: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly slot: Slot | null;
}

/** What the page sets. */
export interface StepSettings {
  readonly mode: Mode;
  readonly letterGate: 'ask' | 'reference' | 'passed';
  readonly hasService: boolean;
}

/** What the steps depend on. */
export interface StepState {
  readonly step: Step;
  readonly selection: Selection;
  /** Whether a new visit is booked, or a booked one gets another time. */
  readonly flow: 'new' | 'reschedule';
}

/** The steps that need nothing but what is loaded first. */
export const ENTRY_STEPS: ReadonlySet<Step> = new Set<Step>([
  'gate',
  'no-letter',
  'cannot-visit',
  'elsewhere',
]);

/** Where the person begins. */
export function initialStep({ mode, letterGate, hasService }: StepSettings): Step {
  if (mode === 'manage') return hasService ? 'find' : 'elsewhere';
  if (letterGate !== 'passed') return 'gate';
  return hasService ? 'office' : 'elsewhere';
}

/** Where Continue leads once the step is complete; the step itself where nothing follows. */
export function nextStep({ step, selection }: StepState, { hasService }: StepSettings): Step {
  switch (step) {
    case 'gate':
      if (selection.gate === 'no') return 'no-letter';
      if (selection.gate === 'cannot-visit') return 'cannot-visit';
      return hasService ? 'office' : 'elsewhere';
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
export function previousStep({ step, flow }: StepState, settings: StepSettings): Step | undefined {
  switch (step) {
    case 'no-letter':
    case 'cannot-visit':
    case 'elsewhere':
    case 'office': {
      if (flow === 'reschedule') return 'booked';
      const first = initialStep(settings);
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
