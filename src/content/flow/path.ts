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
  let chosen: string[] = [];
  for (const value of values) {
    const answer = answers.find((each) => each.value === value);
    if (!answer) continue;
    const isAlone = kind === 'one' || answer.only;
    chosen = isAlone ? [value] : [...chosen.filter((each) => !isOnly(answers, each)), value];
  }
  return answers.map(({ value }) => value).filter((value) => chosen.includes(value));
}

const isOnly = (answers: Question['answers'], value: string): boolean =>
  answers.some((answer) => answer.only && answer.value === value);

/** The target of the answer to a question; '' if there is none, which never happens in a checked flow. */
export function nextOf(flow: Flow, { id, answers, routes }: Question, given: Answers): string {
  const [value] = given.get(factOf(id)) ?? [];
  const to = answers.find((answer) => answer.value === value)?.to;
  if (to) return to;
  return routes.find((route) => isShown(flow, route, given))?.to ?? '';
}

/** The derived facts of a flow. */
export const derivedOf =
  ({ facts }: Flow): Derived =>
  (id) =>
    facts.find((fact) => fact.id === id)?.if;

/** An outcome, item or route without a condition is always shown. */
export const isShown = (
  flow: Flow,
  { if: condition }: { if?: Condition },
  answers: Answers,
): boolean => !condition || holds(condition, answers, derivedOf(flow));

/** A question as it is asked after these answers: its title, and the blocks of its hint whose condition is true. */
export const worded = (flow: Flow, question: Question, answers: Answers): Question => ({
  ...question,
  title: question.titles?.find((each) => isShown(flow, each, answers))?.title ?? question.title,
  hint: question.hint.filter((block) => isShown(flow, block, answers)),
});

export const outcomesFor = (flow: Flow, answers: Answers): Outcome[] =>
  flow.outcomes.filter((outcome) => isShown(flow, outcome, answers));

export const itemsFor = (flow: Flow, answers: Answers): Item[] =>
  flow.items.filter((item) => isShown(flow, item, answers));

const targetsOf = ({ answers, routes }: Question): string[] =>
  [...answers, ...routes].flatMap(({ to }) => to ?? []);

/** The questions that may still follow. */
export function questionsAhead(flow: Flow, from: string): Set<string> {
  const found = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const question = questionOf(flow, id);
    if (!question || found.has(id)) continue;
    found.add(id);
    open.push(...targetsOf(question));
  }
  return found;
}
