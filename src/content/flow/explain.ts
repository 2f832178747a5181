import { holds, type Answers, type Condition, type Derived } from './condition.js';
import { factOf, type Flow, type Outcome } from './flow.js';
import { derivedOf, type Path } from './path.js';

/** The questions whose answers caused an outcome to be shown, in the order of the path; none if it is always shown. */
export function explain(
  flow: Flow,
  { if: condition }: Outcome,
  { steps, answers }: Path,
): string[] {
  if (!condition) return [];
  const reasons = decidingFacts(condition, answers, derivedOf(flow));
  return steps.filter((id) => reasons.has(factOf(id)));
}

/** The facts whose answers decide a condition: of a true `or`, only the sides that are true. */
export function decidingFacts(
  condition: Condition,
  answers: Answers,
  derived: Derived,
): Set<string> {
  switch (condition[0]) {
    case 'and':
    case 'or': {
      const isTrue = holds(condition, answers, derived);
      const sides = [condition[1], condition[2]];
      const deciding =
        isTrue === (condition[0] === 'and')
          ? sides
          : sides.filter((side) => holds(side, answers, derived) === isTrue);
      return new Set(deciding.flatMap((side) => [...decidingFacts(side, answers, derived)]));
    }
    case 'not':
      return decidingFacts(condition[1], answers, derived);
    case 'fact': {
      const fact = derived(condition[1]);
      return fact ? decidingFacts(fact, answers, derived) : new Set();
    }
    default:
      return new Set(answers.has(condition[1]) ? [condition[1]] : []);
  }
}
