import { partsOf } from './parse-condition.js';
import { checkFlow } from './check.js';
import type { Condition } from './condition.js';
import { ALL, EMPTY, type Diagram } from './decision-diagram.js';
import { factOf, type Flow, type FlowProblem, type Question, type Report } from './flow.js';
import { AnswerSets, followAll, type Reach } from './reach.js';

export interface Proof {
  /** The number of ways to answer all questions; exact up to 2 ** 53. */
  readonly paths: number;
  /**
   * The paths that differ: answers that no condition and no route distinguishes count as one. 0 if there are too many to
   * count them.
   */
  readonly followed: number;
  /** How many questions the longest path has. */
  readonly longest: number;
  readonly problems: readonly FlowProblem[];
}

export interface ProofOptions {
  /** The outcomes of which each path must show at least one; all by default. */
  readonly needed?: (outcomeId: string) => boolean;
}

/** The most answers of which {@link waysToAnswer} lists the combinations. */
const MAX_ANSWERS = 16;

/**
 * Follows every path of a flow that passes {@link checkFlow}, and verifies that each question is reached, each route taken, each
 * outcome, item, title and part of a hint shown, and that each path ends with an outcome and a checklist. The paths are followed
 * as sets, so that their number does not matter. What distinguishes too many combinations of answers is reported as
 * `too-many-paths`, each with its line; everything else is proved. Yields at intervals, so that a page stays responsive; the
 * return value is the proof.
 */
export function* proveInSlices(
  flow: Flow,
  { needed = () => true }: ProofOptions = {},
): Generator<undefined, Proof> {
  const problems = checkFlow(flow);
  if (problems.length) return { paths: 0, followed: 0, longest: 0, problems };
  const sets = new AnswerSets(flow);
  const reach = yield* followAll(sets);
  const prover = new Prover(sets, reach, (line, rule, message) =>
    problems.push({ line, rule, message }),
  );
  yield* prover.checkQuestions();
  yield* prover.checkResults(needed);
  return {
    paths: sets.diagrams.count(reach.ended, sets.variables),
    followed: sets.attempt(() => countDistinct(sets, reach.ended)) ?? 0,
    longest: reach.longest,
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

class Prover {
  constructor(
    private readonly sets: AnswerSets,
    private readonly reach: Reach,
    private readonly report: Report,
  ) {}

  *checkQuestions(): Generator<undefined> {
    const { flow } = this.sets;
    const { before, unknown } = this.reach;
    for (const question of unknown)
      this.#reportUnknown(question.line, `where the routes of ${question.id} lead`);
    for (const question of flow.questions) {
      const { id, line = 0 } = question;
      const answers = before.get(question);
      if (answers === undefined)
        this.#reportNever(
          line,
          'unreachable',
          `unreachable question: no path leads to ${id}`,
          'write a link to it, or leave it out',
        );
      else this.#checkQuestion(question, answers);
      yield;
    }
  }

  #checkQuestion(question: Question, answers: Diagram): void {
    const { id, routes, titles = [], hint, line = 0 } = question;
    if (!this.reach.unknown.has(question))
      for (const route of routes)
        if (!this.reach.routes.has(route))
          this.#reportNever(
            route.line ?? 0,
            'unused-route',
            `route never taken: from ${id} to ${route.to}`,
            'change its condition, or leave it out',
          );
    for (const each of [...titles, ...hint])
      if (
        each.if &&
        this.#isShown(each.if, answers, each.ifLine, `whether this text of ${id} is shown`) ===
          false
      )
        this.#reportNever(
          each.ifLine ?? line,
          'never-shown',
          `never shown: no answers before ${id} make this condition true`,
          'name other answers, or leave the text out',
        );
    for (const [other, earlier] of this.reach.before)
      if (
        namedIn(this.sets.flow, question).has(factOf(other.id)) &&
        this.sets.attempt(() => this.sets.diagrams.and(earlier, this.sets.answered(factOf(id)))) !==
          EMPTY
      )
        this.report(
          line,
          'not-earlier',
          `${other.id} is asked after ${id} on some paths, so that no text of ${id} can depend on it: name an earlier question`,
        );
  }

  *checkResults(needed: (outcomeId: string) => boolean): Generator<undefined> {
    const { flow, diagrams } = this.sets;
    const { ended } = this.reach;
    const shown = { outcomes: EMPTY, items: EMPTY };
    let isWhole = true;
    for (const kind of ['outcomes', 'items'] as const)
      for (const { id, if: condition, line = 0, ...rest } of flow[kind]) {
        const ifLine = 'ifLine' in rest ? rest.ifLine : undefined;
        const set = this.sets.attempt(() => {
          const answers = diagrams.and(ended, condition ? this.sets.where(condition) : ALL);
          const all = diagrams.or(shown[kind], kind === 'items' || needed(id) ? answers : EMPTY);
          return { answers, all };
        });
        if (!set) {
          isWhole = false;
          this.#reportUnknown(ifLine ?? line, `whether ${id} is shown`);
        } else {
          shown[kind] = set.all;
          if (set.answers === EMPTY)
            this.#reportNever(
              line,
              'never-shown',
              `never shown: ${id}`,
              'change its condition, or leave it out',
            );
        }
        yield;
      }
    if (!isWhole) return;
    this.#checkEmpty(
      'empty-result',
      shown.outcomes,
      'a path shows no section that it should',
      '> Show if',
    );
    if (flow.items.length)
      this.#checkEmpty(
        'empty-checklist',
        shown.items,
        'a path has an empty checklist',
        '- [ ] Text {#c-id} if',
      );
  }

  #checkEmpty(rule: string, shown: Diagram, what: string, start: string): void {
    const poor = this.sets.attempt(() => this.sets.diagrams.without(this.reach.ended, shown));
    if (poor === undefined) this.#reportUnknown(1, `that no path ends without them (${rule})`);
    else if (poor !== EMPTY)
      this.report(
        1,
        rule,
        `${what}: write one for those who answer this, such as ${start} \`${this.sets.example(poor)}\``,
      );
  }

  /** @returns undefined if it is not known, which is reported */
  #isShown(
    condition: Condition,
    answers: Diagram,
    line: number | undefined,
    what: string,
  ): boolean | undefined {
    const shown = this.sets.attempt(() =>
      this.sets.diagrams.and(answers, this.sets.where(condition)),
    );
    if (shown === undefined) this.#reportUnknown(line, what);
    return shown === undefined ? undefined : shown !== EMPTY;
  }

  /** What no path does; where not all paths are known, that is all that can be told. */
  #reportNever(line: number, rule: string, message: string, advice: string): void {
    const [first] = this.reach.unknown;
    if (first) this.#reportUnknown(line, `${message} (the paths after ${first.id} are not known)`);
    else this.report(line, rule, `${message}: ${advice}`);
  }

  #reportUnknown(line = 0, what = ''): void {
    this.report(
      line,
      'too-many-paths',
      `not proved: ${what}, because conditions distinguish too many combinations of answers; write shorter conditions, or divide the question`,
    );
  }
}

/** The facts that the titles and hints of a question depend on, also by derived facts. */
function namedIn(flow: Flow, { titles = [], hint }: Question): Set<string> {
  const found = new Set<string>();
  const visit = (condition: Condition): void => {
    for (const [word, name] of partsOf(condition)) {
      const fact = word === 'fact' ? flow.facts.find(({ id }) => id === name) : undefined;
      if (found.has(name)) continue;
      found.add(name);
      if (fact) visit(fact.if);
    }
  };
  for (const { if: condition } of [...titles, ...hint]) if (condition) visit(condition);
  return found;
}

/** The number of paths that differ in what conditions and links compare. */
function countDistinct({ diagrams, variables, distinctions }: AnswerSets, ended: Diagram): number {
  const values = new Set(variables);
  const set = distinctions.reduce((all, [number, where]) => {
    const [variable, answers] = [diagrams.variable(number), where()];
    const neither = diagrams.not(diagrams.or(variable, answers));
    return diagrams.and(all, diagrams.or(diagrams.and(variable, answers), neither));
  }, ended);
  const distinct = diagrams.anyValueOf(set, (variable) => values.has(variable));
  return diagrams.count(
    distinct,
    distinctions.map(([variable]) => variable),
  );
}

/**
 * Each answer alone; for a question with several answers, every valid combination.
 *
 * @throws {RangeError} for more than 16 answers that can be combined: they have more than 65,535 combinations
 */
export function waysToAnswer({ kind, answers }: Question): (readonly string[])[] {
  if (kind === 'one') return answers.map(({ value }) => [value]);
  const open = answers.filter(({ only }) => !only);
  if (open.length > MAX_ANSWERS)
    throw new RangeError(
      `${open.length} answers have too many combinations to list: at most ${MAX_ANSWERS} can be combined`,
    );
  const combinations = Array.from({ length: 2 ** open.length - 1 }, (_, index) =>
    open.filter((_answer, bit) => (index + 1) & (1 << bit)).map(({ value }) => value),
  );
  return [...combinations, ...answers.filter(({ only }) => only).map(({ value }) => [value])];
}
