import { questionOf, type Flow } from './flow.js';
import { AnswerSets, followWhole } from './reach.js';

/** Upper bound of the number of questions on a path. Exact if the links form a loop, since then all paths are followed. */
export function longestPath(flow: Flow): number {
  const known = new Map<string, number>();
  const open = new Set<string>();
  let hasLoop = false;
  const from = (id: string): number => {
    const question = questionOf(flow, id);
    if (!question) return 0;
    const found = known.get(id);
    if (found !== undefined) return found;
    hasLoop ||= open.has(id);
    if (open.has(id)) return 0;
    open.add(id);
    const next = [...question.answers, ...question.routes].flatMap(({ to }) => to ?? []);
    const longest = 1 + Math.max(0, ...next.map(from));
    known.set(id, longest);
    return longest;
  };
  const longest = from(flow.start);
  return hasLoop ? followWhole(new AnswerSets(flow)).longest : longest;
}
