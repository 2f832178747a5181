import type { Answers } from '../../content/flow/condition.js';
import type { Flow } from '../../content/flow/flow.js';
import { pathOf } from '../../content/flow/path.js';

/** What the steps depend on. A step is '' at the start, the id of a question, or the id of the result. */
export interface StepState {
  readonly flow: Flow;
  readonly step: string;
  readonly given: Answers;
  /** Id of the question that is changed from the result; '' otherwise. */
  readonly editingQuestion: string;
}

/** Where a flow begins when the person presses Start. */
export const firstQuestion = ({ flow }: StepState): string => flow.start;

/** Where Continue leads: the next question of the path, or the result; a question without an answer stays. */
export function nextStep({ flow, given, step, editingQuestion }: StepState): string {
  const { steps, next } = pathOf(flow, given);
  // After a change the person goes on with the first question that the change has opened.
  if (editingQuestion) return next;
  const index = steps.indexOf(step);
  return (step && index < 0 ? undefined : steps[index + 1]) ?? next;
}

/** Where Back leads; '' is the start. */
export function previousStep({ flow, given, step, editingQuestion }: StepState): string {
  const { steps, next } = pathOf(flow, given);
  if (editingQuestion === step && next === flow.result) return next;
  const index = step === flow.result ? -1 : steps.indexOf(step);
  return steps[(index < 0 ? steps.length : index) - 1] ?? '';
}

/** The step itself when the answers lead to it; else the first question without an answer. */
export function reachableStep({ flow, given }: StepState, id: string): string {
  const { steps, next } = pathOf(flow, given);
  return !id || id === next || steps.includes(id) ? id : next;
}
