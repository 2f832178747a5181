import { conditionsOf } from './conditions-of.js';
import type { Condition, ValueComparison } from './condition.js';
import { ALL, Diagrams, EMPTY, type Diagram } from './decision-diagram.js';
import { partsOf } from './parse-condition.js';
import { factOf, questionOf, type Answer, type Flow, type Question, type Route } from './flow.js';

/** The answers of all paths, as sets: a variable for each value of each question, true when it was chosen. */
export class AnswerSets {
  readonly diagrams = new Diagrams();
  /** The variables of the values. */
  readonly variables: readonly number[];
  /** The variables of what tells answers apart, each with the answers for which it is true. */
  readonly distinctions: readonly (readonly [variable: number, where: () => Diagram])[];
  readonly #names = new Map<number, readonly [fact: string, value: string]>();
  readonly #numbers = new Map<string, number>();
  readonly #facts = new Map<string, Diagram>();

  constructor(readonly flow: Flow) {
    const distinctions: [number, () => Diagram][] = [];
    const comparisons = comparisonsIn(flow);
    let count = 0;
    for (const question of flow.questions) {
      const fact = factOf(question.id);
      const own = comparisons.filter(([, name]) => name === fact);
      for (const { value } of question.answers) {
        const key = `${fact} ${value}`;
        if (this.#numbers.has(key)) continue;
        this.#names.set(count, [fact, value]);
        this.#numbers.set(key, count++);
        // Beside the last of its values: a diagram is small when what belongs together is close.
        for (const part of own)
          if (
            part[2].includes(value) &&
            part[2].every((each) => this.#numbers.has(`${fact} ${each}`))
          )
            distinctions.push([count++, () => this.where(part)]);
      }
      distinctions.push([count++, () => this.answered(fact)]);
      for (const to of new Set(question.answers.flatMap((answer) => answer.to ?? []))) {
        const values = question.answers.flatMap((each) => (each.to === to ? each.value : []));
        distinctions.push([count++, () => this.anyOf(fact, values)]);
      }
    }
    this.variables = [...this.#names.keys()];
    this.distinctions = distinctions;
  }

  /** No question is answered. */
  get unanswered(): Diagram {
    const { diagrams } = this;
    return diagrams.not(diagrams.or(...this.variables.map((each) => diagrams.variable(each))));
  }

  /** The answers in which a value was chosen; none if the question has no such value. */
  having(fact: string, value: string): Diagram {
    const variable = this.#numbers.get(`${fact} ${value}`);
    return variable === undefined ? EMPTY : this.diagrams.variable(variable);
  }

  anyOf(fact: string, values: readonly string[]): Diagram {
    return this.diagrams.or(...values.map((value) => this.having(fact, value)));
  }

  answered(fact: string): Diagram {
    const question = questionOf(this.flow, `q-${fact}`);
    return this.anyOf(fact, question?.answers.map(({ value }) => value) ?? []);
  }

  /** The answers for which a condition is true. */
  where(condition: Condition): Diagram {
    const { diagrams } = this;
    switch (condition[0]) {
      case 'and':
        return diagrams.and(this.where(condition[1]), this.where(condition[2]));
      case 'or':
        return diagrams.or(this.where(condition[1]), this.where(condition[2]));
      case 'not':
        return diagrams.not(this.where(condition[1]));
      case 'fact':
        return this.#whereFact(condition[1]);
      case 'answered':
        return this.answered(condition[1]);
      case 'isnt':
        return diagrams.without(
          this.answered(condition[1]),
          this.anyOf(condition[1], condition[2]),
        );
      case 'has':
        return diagrams.and(
          this.answered(condition[1]),
          ...condition[2].map((value) => this.having(condition[1], value)),
        );
      default:
        return this.anyOf(condition[1], condition[2]);
    }
  }

  /** {@link Diagrams.attempt}, without the facts that were calculated meanwhile. */
  attempt<Result>(calculate: () => Result): Result | undefined {
    const known = [...this.#facts];
    const result = this.diagrams.attempt(calculate);
    if (result === undefined) {
      this.#facts.clear();
      for (const [id, set] of known) this.#facts.set(id, set);
    }
    return result;
  }

  #whereFact(id: string): Diagram {
    const known = this.#facts.get(id);
    if (known !== undefined) return known;
    // A fact that rests on itself is false, as in condition.ts; check.ts reports it.
    this.#facts.set(id, EMPTY);
    const fact = this.flow.facts.find((each) => each.id === id);
    const found = fact ? this.where(fact.if) : EMPTY;
    this.#facts.set(id, found);
    return found;
  }

  /** The ways to answer a question: one value; or several, of which an exclusive one stands alone. */
  waysToAnswer({ id, kind, answers }: Question): Diagram {
    const { diagrams } = this;
    const fact = factOf(id);
    const all = [...new Set(answers.map(({ value }) => value))].map((value) =>
      this.having(fact, value),
    );
    const alone = answers.filter(({ only }) => kind === 'one' || only);
    const exclusive = alone.map(({ value }) => {
      const own = this.having(fact, value);
      return diagrams.without(own, diagrams.or(...all.filter((each) => each !== own)));
    });
    if (kind === 'one') return diagrams.or(...exclusive);
    const open = diagrams.without(
      diagrams.or(...all),
      this.anyOf(
        fact,
        alone.map(({ value }) => value),
      ),
    );
    return diagrams.or(open, ...exclusive);
  }

  /** A set in which a question was not answered, with each way to answer it. */
  answering(set: Diagram, question: Question): Diagram {
    const fact = factOf(question.id);
    const own = new Set(question.answers.map(({ value }) => this.#numbers.get(`${fact} ${value}`)));
    const free = this.diagrams.anyValueOf(set, (variable) => own.has(variable));
    return this.diagrams.and(free, this.waysToAnswer(question));
  }

  /** One combination of a set, as the condition that is true for it. */
  example(set: Diagram): string {
    const chosen = new Map<string, string[]>();
    for (const variable of this.diagrams.example(set)) {
      const [fact = '', value = ''] = this.#names.get(variable) ?? [];
      chosen.set(fact, [...(chosen.get(fact) ?? []), value]);
    }
    return [...chosen]
      .map(([fact, values]) => {
        const isMany = questionOf(this.flow, `q-${fact}`)?.kind === 'many';
        const word = isMany ? (values.length > 1 ? 'has all of' : 'has') : 'is';
        return `${fact} ${word} ${values.join(', ')}`;
      })
      .join(' and ');
  }
}

/** The comparisons of all conditions, each once. */
function comparisonsIn(flow: Flow): ValueComparison[] {
  const found = new Map<string, ValueComparison>();
  for (const { if: condition } of conditionsOf(flow))
    for (const part of partsOf(condition))
      if (part[0] !== 'fact' && part[0] !== 'answered') found.set(part.flat().join(' '), part);
  return [...found.values()];
}

/** What the paths of a flow meet. */
export interface Reach {
  /** The answers of the paths that end at the result. */
  readonly ended: Diagram;
  /** By question: the answers before it, of all paths that lead to it. */
  readonly before: ReadonlyMap<Question, Diagram>;
  readonly routes: ReadonlySet<Route>;
  /** The answers and routes that lead back to a question that is answered already, with an example of such a path. */
  readonly loops: ReadonlyMap<Answer | Route, string>;
  /** Questions whose routes distinguish too many combinations of answers: what follows from them is not known. */
  readonly unknown: ReadonlySet<Question>;
  readonly longest: number;
}

/** Follows all paths of a flow, one question at a time, the paths to the same question together. Yields at intervals. */
export function* followAll(sets: AnswerSets): Generator<undefined, Reach> {
  const { flow, diagrams } = sets;
  const before = new Map<Question, Diagram>();
  const routes = new Set<Route>();
  const loops = new Map<Answer | Route, string>();
  const unknown = new Set<Question>();
  let [ended, longest] = [EMPTY, 0];
  // By the number of answers, so that a path that comes back is seen, and every path has an end.
  let present = new Map<string, Diagram>([[flow.start, sets.unanswered]]);
  for (let depth = 0; present.size; depth++) {
    let next = new Map<string, Diagram>();
    for (const [id, answers] of present) {
      const question = questionOf(flow, id);
      if (!question) {
        ended = diagrams.or(ended, answers);
        longest = depth;
        continue;
      }
      const step = sets.attempt(() => ({
        before: diagrams.or(before.get(question) ?? EMPTY, answers),
        ...goOn(sets, stepsFrom(sets, question, answers), next),
      }));
      if (step) {
        before.set(question, step.before);
        next = step.next;
        for (const route of step.taken) routes.add(route);
        for (const [by, example] of step.loops) if (!loops.has(by)) loops.set(by, example);
      } else {
        if (!before.has(question)) before.set(question, answers);
        unknown.add(question);
      }
      yield;
    }
    present = next;
  }
  return { ended, before, routes, loops, unknown, longest };
}

/** The same without a pause. */
export function followWhole(sets: AnswerSets): Reach {
  const steps = followAll(sets);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Adds the answers that lead on to those that lead to the same question by others. */
function goOn(sets: AnswerSets, steps: Iterable<Step>, before: ReadonlyMap<string, Diagram>) {
  const { flow, diagrams } = sets;
  const next = new Map(before);
  const taken: Route[] = [];
  const loops = new Map<Answer | Route, string>();
  for (const [to, answers, by] of steps) {
    const question = questionOf(flow, to);
    if (!('value' in by)) taken.push(by);
    // A link to nowhere, which check.ts reports.
    if (!question && to !== flow.result) continue;
    const again = question ? diagrams.and(answers, sets.answered(factOf(to))) : EMPTY;
    if (again !== EMPTY) loops.set(by, sets.example(again));
    const onward = diagrams.without(answers, again);
    if (onward !== EMPTY) next.set(to, diagrams.or(next.get(to) ?? EMPTY, onward));
  }
  return { next, taken, loops };
}

type Step = readonly [to: string, answers: Diagram, by: Answer | Route];

/** Where the answers to a question lead. */
function* stepsFrom(sets: AnswerSets, question: Question, before: Diagram): Generator<Step> {
  const { diagrams } = sets;
  const fact = factOf(question.id);
  const all = sets.answering(before, question);
  let open = all;
  for (const answer of question.answers) {
    if (answer.to === undefined || question.kind === 'many') continue;
    const chosen = diagrams.and(all, sets.having(fact, answer.value));
    if (chosen !== EMPTY) yield [answer.to, chosen, answer];
    open = diagrams.without(open, chosen);
  }
  for (const route of question.routes) {
    const taken = diagrams.and(open, route.if ? sets.where(route.if) : ALL);
    if (taken !== EMPTY) yield [route.to, taken, route];
    open = diagrams.without(open, taken);
  }
}
