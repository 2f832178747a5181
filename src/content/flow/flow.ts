import type { Block, Inline } from '../document.js';
import type { Condition } from './condition.js';

/**
 * A flow as data: questions with links to each other, derived facts, and outcomes. `line` is the line of the
 * file, for error messages; compiled flows do not have it.
 */
export interface Flow {
  readonly id: string;
  readonly lang: string;
  readonly version: string;
  /** The source of the rules: an address, shown as a link; '' if the file names none. */
  readonly source: string;
  /** Days, `YYYY-MM-DD`. */
  readonly reviewed: string;
  readonly reviewBy: string;
  /** Id of the first question. */
  readonly start: string;
  /** Id of the result, where every path ends. */
  readonly result: string;
  /** How many questions the longest path has. */
  readonly longest: number;
  readonly title: string;
  readonly intro: readonly Block[];
  readonly questions: readonly Question[];
  readonly facts: readonly DerivedFact[];
  /** Shown first in every result and on every print-out. */
  readonly disclaimer: readonly Block[];
  readonly outcomes: readonly Outcome[];
  readonly items: readonly Item[];
  /** The content of each source number, in our words. */
  readonly sources: Readonly<Record<string, string>>;
}

export interface Question {
  /** `q-` and the name of the fact that the answer sets. */
  readonly id: string;
  readonly title: string;
  /** Titles that take the place of `title`: the first one whose condition is true. */
  readonly titles?: readonly ConditionalTitle[];
  /** One answer, or several. */
  readonly kind: 'one' | 'many';
  readonly hint: readonly HintBlock[];
  readonly answers: readonly Answer[];
  /** Routes of a question with several answers, or with conditions; the first whose condition is true is taken. */
  readonly routes: readonly Route[];
  readonly line?: number;
}

/** A title that depends on earlier answers. */
export interface ConditionalTitle {
  readonly title: string;
  readonly if: Condition;
  readonly line?: number;
  readonly ifLine?: number;
}

/** A paragraph or list of a hint. With a condition it depends on earlier answers; without one it is always shown. */
export type HintBlock = Block & {
  readonly if?: Condition;
  readonly line?: number;
  readonly ifLine?: number;
};

export interface Answer {
  readonly value: string;
  readonly label: readonly Inline[];
  readonly to?: string;
  /** Excludes the other answers. */
  readonly only?: true;
  readonly line?: number;
}

export interface Route {
  readonly to: string;
  readonly if?: Condition;
  readonly line?: number;
}

export interface DerivedFact {
  readonly id: string;
  readonly if: Condition;
  readonly line?: number;
}

/** A section of the result. Without a condition it is always shown. */
export interface Outcome {
  readonly id: string;
  readonly title: string;
  /** Its subheadings have the level 3: one below its title. */
  readonly content: readonly Block[];
  readonly if?: Condition;
  readonly line?: number;
  /** The line of the condition, which is not that of the heading. */
  readonly ifLine?: number;
}

/** A task of the checklist. */
export interface Item {
  readonly id: string;
  readonly content: readonly Inline[];
  readonly if?: Condition;
  readonly line?: number;
}

/** A problem of a flow; `line` counts from 1 in the file, 0 if the flow has no lines. */
export interface FlowProblem {
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

/** Takes a problem of a flow: its line, rule and message, as in {@link FlowProblem}. */
export type Report = (line: number, rule: string, message: string) => void;

/** The fact that a question's answer sets. */
export const factOf = (questionId: string): string => questionId.replace(/^q-/, '');

export const questionOf = (flow: Flow, id: string): Question | undefined =>
  flow.questions.find((question) => question.id === id);
