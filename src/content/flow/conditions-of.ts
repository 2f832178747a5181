import type { Condition } from './condition.js';
import type { Flow } from './flow.js';

/** Every condition of a flow, with its place. */
export function conditionsOf({
  questions,
  facts,
  outcomes,
  items,
}: Flow): { if: Condition; line: number }[] {
  const routes = questions.flatMap(({ titles = [], hint, routes: each }) => [
    ...titles,
    ...hint,
    ...each,
  ]);
  const placed: readonly { if?: Condition; line?: number; ifLine?: number }[] = [
    ...routes,
    ...facts,
    ...outcomes,
    ...items,
  ];
  return placed.flatMap(({ if: condition, line = 0, ifLine = line }) =>
    condition ? [{ if: condition, line: ifLine }] : [],
  );
}
