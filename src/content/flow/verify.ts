import { holds, type Answers, type Comparison } from './condition.js';
import { partsOf } from './parse-condition.js';
import { checkFlow, conditionsOf } from './check.js';
import { factOf, questionOf, type Flow, type FlowProblem, type Question } from './flow.js';
import { isShown, itemsFor, nextOf, outcomesFor } from './path.js';

export interface Proof {
  /** The number of ways to answer all questions. */
  readonly paths: number;
  /** The paths that were followed: answers that no condition and no route distinguishes count as one. */
  readonly followed: number;
  /** How many questions the longest path has. */
  readonly longest: number;
  readonly problems: readonly FlowProblem[];
}

export interface ProofOptions {
  /** The outcomes of which each path must show at least one; all by default. */
  readonly needed?: (outcomeId: string) => boolean;
}

/** Answers to one question with the same effect: one of them represents all. */
interface AnswerClass {
  readonly values: readonly string[];
  readonly count: number;
}

const MAX_ANSWERS = 12;
const MAX_PATHS = 1_000_000;
/** Maximum number of reported path problems of one kind. */
const MAX_EXAMPLES = 3;
const SLICE = 500;

/**
 * Follows every path of a flow that passes {@link checkFlow}, and verifies that each question is reached, each route taken, each
 * outcome and item shown, and that each path ends with an outcome and a checklist. Yields at intervals, so that a page stays
 * responsive; the return value is the proof.
 */
export function* proveInSlices(
  flow: Flow,
  { needed = () => true }: ProofOptions = {},
): Generator<undefined, Proof> {
  const problems = checkFlow(flow);
  const report = (line: number, rule: string, message: string) =>
    void problems.push({ line, rule, message });
  if (problems.length) return { paths: 0, followed: 0, longest: 0, problems };
  const choices = new Map(
    flow.questions.map((question) => [question.id, equivalentAnswers(flow, question)]),
  );
  const seen = new Set<unknown>();
  const answers = new Map<string, readonly string[]>();
  let [paths, followed, longest, poor] = [0, 0, 0, 0];

  const finish = (count: number): void => {
    paths += count;
    followed++;
    longest = Math.max(longest, answers.size);
    const [outcomes, items] = [outcomesFor(flow, answers), itemsFor(flow, answers)];
    for (const shown of [...outcomes, ...items]) seen.add(shown);
    if (!outcomes.some(({ id }) => needed(id)) && poor++ < MAX_EXAMPLES)
      report(
        1,
        'empty-result',
        `a path shows no section that it should: ${formatAnswers(answers)}`,
      );
    if (flow.items.length && !items.length && poor++ < MAX_EXAMPLES)
      report(1, 'empty-checklist', `a path has an empty checklist: ${formatAnswers(answers)}`);
  };

  function* follow(id: string, count: number): Generator<undefined> {
    const question = questionOf(flow, id);
    if (followed > MAX_PATHS) return;
    if (!question) {
      finish(count);
      if (followed % SLICE === 0) yield;
      return;
    }
    seen.add(question);
    for (const alike of choices.get(id) ?? []) {
      answers.set(factOf(id), alike.values);
      const isRouted = !question.answers.some(
        ({ value, to }) => to && alike.values.includes(value),
      );
      if (isRouted) seen.add(question.routes.find((route) => isShown(flow, route, answers)));
      yield* follow(nextOf(flow, question, answers), count * alike.count);
    }
    answers.delete(factOf(id));
  }

  yield* follow(flow.start, 1);
  if (followed > MAX_PATHS)
    report(
      1,
      'too-many-paths',
      `there are more than ${MAX_PATHS} paths: they cannot all be followed`,
    );
  else reportUnseen(flow, seen, report);
  return {
    paths,
    followed,
    longest,
    problems: problems.sort((one, other) => one.line - other.line),
  };
}

/** The same without a pause. */
export function proveFlow(flow: Flow, options?: ProofOptions): Proof {
  const slices = proveInSlices(flow, options);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

function reportUnseen(
  flow: Flow,
  seen: ReadonlySet<unknown>,
  report: (line: number, rule: string, message: string) => void,
): void {
  for (const question of flow.questions) {
    if (!seen.has(question))
      report(
        question.line ?? 0,
        'unreachable',
        `unreachable question: no path leads to ${question.id}`,
      );
    else
      for (const route of question.routes)
        if (!seen.has(route))
          report(
            route.line ?? 0,
            'unused-route',
            `route never taken: from ${question.id} to ${route.to}`,
          );
  }
  for (const shown of [...flow.outcomes, ...flow.items])
    if (!seen.has(shown)) report(shown.line ?? 0, 'never-shown', `never shown: ${shown.id}`);
}

/** The ways to answer one question, grouped where no condition and no link distinguishes them. */
function equivalentAnswers(flow: Flow, question: Question): AnswerClass[] {
  const fact = factOf(question.id);
  const comparisons = conditionsOf(flow)
    .flatMap(({ if: condition }) => partsOf(condition))
    .filter((part): part is Comparison => part[0] !== 'fact' && part[1] === fact);
  const alike = new Map<string, { values: readonly string[]; count: number }>();
  for (const values of waysToAnswer(question)) {
    const given = new Map([[fact, values]]);
    const truths = comparisons.map((comparison) => holds(comparison, given, () => undefined));
    const to = question.answers.find(({ value }) => value === values[0])?.to ?? '';
    const key = `${to} ${truths.join()}`;
    const others = alike.get(key);
    if (others) others.count++;
    else alike.set(key, { values, count: 1 });
  }
  return [...alike.values()];
}

/** Each answer alone; for a question with several answers, every valid combination. */
export function waysToAnswer({ kind, answers }: Question): (readonly string[])[] {
  if (kind === 'one') return answers.map(({ value }) => [value]);
  const open = answers.filter(({ only }) => !only).slice(0, MAX_ANSWERS);
  const combinations = Array.from({ length: 2 ** open.length - 1 }, (_, index) =>
    open.filter((_answer, bit) => (index + 1) & (1 << bit)).map(({ value }) => value),
  );
  return [...combinations, ...answers.filter(({ only }) => only).map(({ value }) => [value])];
}

const formatAnswers = (answers: Answers): string =>
  [...answers].map(([fact, values]) => `${fact} ${values.join('+')}`).join(', ');
