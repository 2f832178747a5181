import { questionOf, type Flow } from './flow.js';

/** Upper bound of the number of questions on a path. */
export function longestPath(flow: Flow): number {
  const known = new Map<string, number>();
  const from = (id: string): number => {
    const question = questionOf(flow, id);
    if (!question) return 0;
    if (!known.has(id)) {
      known.set(id, 0);
      known.set(
        id,
        1 +
          Math.max(
            0,
            ...[...question.answers, ...question.routes].flatMap(({ to }) => to ?? []).map(from),
          ),
      );
    }
    return known.get(id) ?? 0;
  };
  return from(flow.start);
}
