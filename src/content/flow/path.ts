import { holds, type Answers, type Condition, type Derived } from './condition.js';
import { factOf, questionOf, type Flow, type Item, type Outcome, type Question } from './flow.js';

/** A position in the flow: the answered questions, in order, and the next one. */
export interface Path {
  /** The answers that count: those on the path. */
  readonly answers: Answers;
  readonly steps: readonly string[];
  /** The id of the first question without an answer, or of the result. */
  readonly next: string;
}

/** Follows the answers from the first question on. Answers off the path and unknown values are ignored. */
export function pathOf(flow: Flow, given: Answers): Path {
  const answers = new Map<string, readonly string[]>();
  const steps: string[] = [];
  let next = flow.start;
  for (let question = questionOf(flow, next); question; question = questionOf(flow, next)) {
    const fact = factOf(next);
    const values = allowedValues(question, given.get(fact) ?? []);
    if (!values.length || answers.has(fact)) break;
    answers.set(fact, values);
    steps.push(next);
    next = nextOf(flow, question, answers);
  }
  return { answers, steps, next };
}

/**
 * The values that can be chosen together, in the order of the file. Of answers that exclude each other, the last one is kept, as
 * if they had been chosen one after another.
 */
export function allowedValues({ kind, answers }: Question, values: readonly string[]): string[] {
  let chosen: readonly string[] = [];
  for (const value of values) {
    const answer = answers.find((each) => each.value === value);
    if (!answer) continue;
    const isAlone = kind === 'one' || answer.only;
    chosen = isAlone ? [value] : [...chosen, value];
    if (!isAlone)
      chosen = chosen.filter((each) => !answers.some((one) => one.only && one.value === each));
  }
  return answers.flatMap(({ value }) => (chosen.includes(value) ? value : []));
}

/** The target of the answer to a question; '' if there is none, which never happens in a checked flow. */
export function nextOf(flow: Flow, { id, answers, routes }: Question, given: Answers): string {
  const [value] = given.get(factOf(id)) ?? [];
  const to = answers.find((answer) => answer.value === value)?.to;
  if (to) return to;
  return routes.find(isShownIn(flow, given))?.to ?? '';
}

/** The derived facts of a flow. */
export const derivedOf =
  ({ facts }: Flow): Derived =>
  (id) =>
    facts.find((fact) => fact.id === id)?.if;

/** Whether something is shown after these answers; without a condition it always is. */
const isShownIn =
  (flow: Flow, answers: Answers) =>
  ({ if: condition }: { if?: Condition }): boolean =>
    !condition || holds(condition, answers, derivedOf(flow));

/** A question as it is asked after these answers: its title, and the blocks of its hint whose condition is true. */
export function worded(flow: Flow, id: string, answers: Answers): Question | undefined {
  const question = questionOf(flow, id);
  const isShown = isShownIn(flow, answers);
  return (
    question && {
      ...question,
      title: (question.titles?.find(isShown) ?? question).title,
      hint: question.hint.filter(isShown),
    }
  );
}

export const outcomesFor = (flow: Flow, answers: Answers): Outcome[] =>
  flow.outcomes.filter(isShownIn(flow, answers));

export const itemsFor = (flow: Flow, answers: Answers): Item[] =>
  flow.items.filter(isShownIn(flow, answers));

/** The questions that may still follow. */
export function questionsAhead(flow: Flow, from: string): Set<string> {
  const found = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const question = questionOf(flow, id);
    if (!question || found.has(id)) continue;
    found.add(id);
    open.push(...[...question.answers, ...question.routes].flatMap(({ to }) => to ?? []));
  }
  return found;
}
