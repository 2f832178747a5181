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
  const truths = new Map<string, boolean>();
  const found = new Set<string>();
  // Each derived fact once, though others name it several times.
  const seen = new Set<string>();
  const visit = (part: Condition): void => {
    switch (part[0]) {
      case 'and':
      case 'or': {
        const isTrue = (side: Condition): boolean => holds(side, answers, derived, truths);
        const truth = isTrue(part);
        const areBoth = truth === (part[0] === 'and');
        for (const side of [part[1], part[2]]) if (areBoth || isTrue(side) === truth) visit(side);
        break;
      }
      case 'not':
        visit(part[1]);
        break;
      case 'fact': {
        const fact = derived(part[1]);
        if (fact && !seen.has(part[1])) {
          seen.add(part[1]);
          visit(fact);
        }
        break;
      }
      default:
        if (answers.has(part[1])) found.add(part[1]);
    }
  };
  visit(condition);
  return found;
}
