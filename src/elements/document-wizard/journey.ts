import { factOf, questionOf, type Flow, type Question } from '../../content/flow/flow.js';
import {
  allowedValues,
  itemsFor,
  outcomesFor,
  pathOf,
  questionsAhead,
  type Path,
} from '../../content/flow/path.js';

/** Answers by the name of the fact: one value, or several. */
export type WizardFacts = Readonly<Record<string, string | readonly string[]>>;

/** What the answers lead to; no answer is in it. */
export interface WizardResult {
  readonly outcomeIds: readonly string[];
  readonly checklistIds: readonly string[];
  readonly flowId: string;
  readonly version: string;
  readonly lang: string;
}

/** Where somebody is in a flow, what was answered, and where each step leads. */
export class Journey {
  /** Where we are: '' at the start, a question's id, or the result's. */
  at = '';
  /** The question that is being changed from the result; '' otherwise. */
  changing = '';
  /** Chosen, but not yet given as an answer. */
  readonly drafts = new Map<string, readonly string[]>();
  #given = new Map<string, readonly string[]>();

  constructor(public flow: Flow) {}

  get path(): Path {
    return pathOf(this.flow, this.#given);
  }

  get question(): Question | undefined {
    return questionOf(this.flow, this.at);
  }

  get isAtResult(): boolean {
    return this.at === this.flow.result;
  }

  get isComplete(): boolean {
    return this.path.next === this.flow.result;
  }

  /** Which question this is on the path, from 1. */
  get number(): number {
    const { steps } = this.path;
    const index = steps.indexOf(this.at);
    return (index < 0 ? steps.length : index) + 1;
  }

  /** What is chosen for a question at this moment. */
  chosen(question: Question): readonly string[] {
    return this.drafts.get(question.id) ?? this.#given.get(factOf(question.id)) ?? [];
  }

  choose(question: Question, values: readonly string[]): void {
    this.drafts.set(question.id, allowedValues(question, values));
  }

  /** Gives what is chosen as the answer and says where that leads; '' when nothing is chosen. */
  answer(question: Question): string {
    const values = this.chosen(question);
    if (!values.length) return '';
    this.#given.set(factOf(question.id), values);
    this.drafts.delete(question.id);
    this.#forget();
    const { steps, next } = this.path;
    if (this.changing) return next;
    return steps[steps.indexOf(question.id) + 1] ?? next;
  }

  /** Where Back leads: '' is the start. */
  get before(): string {
    const { steps, next } = this.path;
    if (this.changing === this.at && this.isComplete) return next;
    const index = this.isAtResult ? steps.length : steps.indexOf(this.at);
    return steps[(index < 0 ? steps.length : index) - 1] ?? '';
  }

  /** Goes where this id says, as far as the answers reach. */
  goTo(id: string): void {
    const { steps, next } = this.path;
    this.at = !id || id === next || steps.includes(id) ? id : next;
    if (!this.question) this.changing = '';
  }

  clear(): void {
    this.#given.clear();
    this.drafts.clear();
    this.changing = '';
  }

  get facts(): Record<string, string | string[]> {
    const { answers, steps } = this.path;
    return Object.fromEntries(
      steps.map((id) => {
        const values = answers.get(factOf(id)) ?? [];
        return [
          factOf(id),
          questionOf(this.flow, id)?.kind === 'many' ? [...values] : (values[0] ?? ''),
        ];
      }),
    );
  }

  /** Takes answers from the page. Answers off the path are forgotten. Returns the names and values that are unknown. */
  setFacts(facts: WizardFacts): string[] {
    const unknown: string[] = [];
    const given = new Map<string, readonly string[]>();
    for (const [fact, way] of Object.entries(facts)) {
      const question = questionOf(this.flow, `q-${fact}`);
      const values = (Array.isArray(way) ? way : [way]).map(String);
      const known = values.filter((value) =>
        question?.answers.some((answer) => answer.value === value),
      );
      if (!question) unknown.push(fact);
      else
        unknown.push(
          ...values.filter((value) => !known.includes(value)).map((value) => `${fact} ${value}`),
        );
      if (question && known.length) given.set(fact, allowedValues(question, known));
    }
    this.#given = given;
    this.drafts.clear();
    this.#forget();
    this.changing = '';
    const { next } = this.path;
    if (next === this.flow.result) this.at = next;
    else if (this.at) this.goTo(this.at);
    return unknown;
  }

  get result(): WizardResult | undefined {
    const { flow, path } = this;
    if (!this.isComplete) return undefined;
    return {
      outcomeIds: outcomesFor(flow, path.answers).map(({ id }) => id),
      checklistIds: itemsFor(flow, path.answers).map(({ id }) => id),
      flowId: flow.id,
      version: flow.version,
      lang: flow.lang,
    };
  }

  /** Later answers that are on the path, or may still come to be, are kept; the rest is dropped. */
  #forget(): void {
    const { steps, next } = this.path;
    const kept = new Set([...steps, ...questionsAhead(this.flow, next)].map(factOf));
    for (const fact of this.#given.keys()) if (!kept.has(fact)) this.#given.delete(fact);
  }
}
