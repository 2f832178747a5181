import type {
  Answer,
  ConditionalTitle,
  DerivedFact,
  Flow,
  HintBlock,
  Item,
  Outcome,
  Question,
} from '../flow.js';

export type Writable<Thing> = { -readonly [Key in keyof Thing]: Thing[Key] };

/** A flow that is being read. */
export type FlowDraft = Writable<
  Omit<Flow, 'questions' | 'facts' | 'outcomes' | 'items' | 'sources'>
> & {
  questions: QuestionDraft[];
  facts: DerivedFact[];
  outcomes: Writable<Outcome>[];
  items: Item[];
  sources: Record<string, string>;
};

export type QuestionDraft = Writable<Omit<Question, 'answers' | 'hint' | 'titles'>> & {
  answers: Writable<Answer>[];
  hint: HintBlock[];
  titles?: ConditionalTitle[];
};

export const emptyDraft = (): FlowDraft => ({
  id: '',
  lang: '',
  version: '',
  source: '',
  reviewed: '',
  reviewBy: '',
  start: '',
  result: '',
  longest: 0,
  title: '',
  intro: [],
  questions: [],
  facts: [],
  disclaimer: [],
  outcomes: [],
  items: [],
  sources: {},
});
