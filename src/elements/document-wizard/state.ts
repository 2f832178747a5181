import { factOf, questionOf, type Flow, type Question } from '../../content/flow/flow.js';
import {
  allowedValues,
  itemsFor,
  outcomesFor,
  pathOf,
  questionsAhead,
  worded,
  type Path,
} from '../../content/flow/path.js';
import { reachableStep, type StepState } from './step-machine.js';

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

type AnswerMap = ReadonlyMap<string, readonly string[]>;

/** Before the flow is loaded: what the page asked for meanwhile. */
export interface PendingState {
  readonly flow: undefined;
  readonly requestedFacts: WizardFacts | undefined;
  /** Id of a question or of the result; '' is the start. */
  readonly requestedStep: string | undefined;
}

/** Where a person is in a flow, and what was answered. */
export interface FlowState extends StepState {
  /** Given answers by fact, on the path or still to come. */
  readonly given: AnswerMap;
  /** Chosen but not submitted, by the id of the question. */
  readonly pendingAnswers: AnswerMap;
  /** Continue was pressed with nothing chosen. */
  readonly isAnswerMissing: boolean;
  /** Ids of the items that the person has ticked. */
  readonly doneItems: ReadonlySet<string>;
}

export type State = PendingState | FlowState;

export const initialState: PendingState = {
  flow: undefined,
  requestedFacts: undefined,
  requestedStep: undefined,
};

/** Where progress is saved: nowhere, in the tab's storage, or in the address after `#`, which no server sees. */
export type Persistence = 'none' | 'session' | 'fragment';

/** What was saved of a visit. */
export interface SavedProgress {
  readonly facts: WizardFacts;
  readonly step: string;
  readonly doneItems: readonly string[];
}

// Transitions

/**
 * The first flow, or the same flow in another language. What was requested before is left to the caller. A step that the
 * other file lacks gives way to the nearest question before it that is answered in both.
 */
export function setFlow(state: State, flow: Flow): FlowState {
  if (state.flow) {
    const next: FlowState = { ...state, flow };
    const step = isAtResult(state) ? flow.result : state.step;
    if (reachableStep(next, step) === step) return { ...next, step };
    const { steps } = pathIn(state);
    const index = steps.indexOf(state.step);
    const before = index < 0 ? steps : steps.slice(0, index);
    const inBoth = pathIn(next).steps;
    const nearest = before.filter((id) => inBoth.includes(id)).at(-1);
    return enterStep(next, nearest ?? flow.start);
  }
  return {
    flow,
    step: '',
    editingQuestion: '',
    given: new Map(),
    pendingAnswers: new Map(),
    isAnswerMissing: false,
    doneItems: new Set(),
  };
}

/** Applies a transition that needs the flow; without it nothing changes. */
export const withFlow =
  (transition: (state: FlowState) => State) =>
  (state: State): State =>
    state.flow ? transition(state) : state;

/** The only place where `step` changes: goes where the id says, as far as the answers reach. */
export function enterStep(state: FlowState, id: string): FlowState {
  const step = reachableStep(state, id);
  return {
    ...state,
    step,
    editingQuestion: questionOf(state.flow, step) ? state.editingQuestion : '',
    isAnswerMissing: false,
  };
}

/** Opens a question from the result, to change its answer. */
export const editQuestion = (state: FlowState, id: string): FlowState =>
  enterStep({ ...state, editingQuestion: id }, id);

/** An answer of the present question was checked or unchecked. */
export function toggleAnswer(state: FlowState, value: string, checked: boolean): FlowState {
  const question = presentQuestion(state);
  if (!question) return state;
  const chosen = chosenAnswers(state, question).filter((each) => each !== value);
  const values = allowedValues(question, checked ? [...chosen, value] : chosen);
  return { ...state, pendingAnswers: new Map(state.pendingAnswers).set(question.id, values) };
}

/** Gives what is chosen as the answer of the present question; marks it as missing when nothing is chosen. */
export function submitAnswer(state: FlowState): FlowState {
  const question = presentQuestion(state);
  if (!question) return state;
  const values = chosenAnswers(state, question);
  if (!values.length) return state;
  const pendingAnswers = new Map(state.pendingAnswers);
  pendingAnswers.delete(question.id);
  const given = new Map(state.given).set(factOf(question.id), values);
  return { ...state, pendingAnswers, given: reachableAnswers(state.flow, given) };
}

export const showAnswerMissing = (state: FlowState): FlowState => ({
  ...state,
  isAnswerMissing: true,
});

/** Takes answers from the page. Unknown ones and those off the path are dropped. */
export function setFacts(state: FlowState, facts: WizardFacts): FlowState {
  const next: FlowState = {
    ...state,
    given: reachableAnswers(state.flow, answersIn(state.flow, facts)),
    pendingAnswers: new Map(),
    editingQuestion: '',
    isAnswerMissing: false,
  };
  if (isComplete(next)) return enterStep(next, next.flow.result);
  return next.step ? enterStep(next, next.step) : next;
}

/** Continues a saved visit. */
export const restoreProgress = (state: FlowState, saved: SavedProgress): FlowState => ({
  ...enterStep(setFacts(state, wholeFacts(state.flow, saved.facts)), saved.step),
  doneItems: new Set(saved.doneItems),
});

/** Adds saved answers to questions that have none: what the person has answered since then counts. */
export const addSavedAnswers = (state: FlowState, { facts }: SavedProgress): FlowState => {
  const saved = answersIn(state.flow, wholeFacts(state.flow, facts));
  return { ...state, given: reachableAnswers(state.flow, new Map([...saved, ...state.given])) };
};

/** The answers of which the flow knows every value: half an answer would lead to a result that nobody asked for. */
const wholeFacts = (flow: Flow, facts: WizardFacts): WizardFacts =>
  Object.fromEntries(
    Object.entries(facts).filter(
      ([fact, answer]) => !unknownFacts(flow, { [fact]: answer }).length,
    ),
  );

/** The answers that a flow knows. */
function answersIn(flow: Flow, facts: WizardFacts): AnswerMap {
  const answers = new Map<string, readonly string[]>();
  for (const [fact, answer] of Object.entries(facts)) {
    const question = questionOf(flow, `q-${fact}`);
    const values = question && allowedValues(question, [answer].flat().map(String));
    if (values?.length) answers.set(fact, values);
  }
  return answers;
}

/** Forgets all answers and ticks, and goes to the start. */
export const clearAnswers = ({ flow }: FlowState): FlowState => setFlow(initialState, flow);

export function tickItem(state: FlowState, id: string, isDone: boolean): FlowState {
  const doneItems = new Set(state.doneItems);
  if (isDone) doneItems.add(id);
  else doneItems.delete(id);
  return { ...state, doneItems };
}

/** Later answers that are on the path, or may still come to be, are kept; the rest is dropped. */
function reachableAnswers(flow: Flow, given: AnswerMap): AnswerMap {
  const { steps, next } = pathOf(flow, given);
  const reachable = new Set([...steps, ...questionsAhead(flow, next)].map(factOf));
  return new Map([...given].filter(([fact]) => reachable.has(fact)));
}

// Selectors

export const pathIn = ({ flow, given }: FlowState): Path => pathOf(flow, given);

/** The question of the present step, as it is asked after the answers; undefined at the start and at the result. */
export const presentQuestion = (state: FlowState): Question | undefined =>
  worded(state.flow, state.step, pathIn(state).answers);

export const isAtResult = ({ flow, step }: FlowState): boolean => step === flow.result;

/** All questions of the path are answered. */
export const isComplete = (state: FlowState): boolean => pathIn(state).next === state.flow.result;

/** Which question of the path is present, from 1. */
export function questionNumber(state: FlowState): number {
  const { steps } = pathIn(state);
  const index = steps.indexOf(state.step);
  return (index < 0 ? steps.length : index) + 1;
}

/** What is chosen for a question at this moment, submitted or not. */
export const chosenAnswers = (state: FlowState, { id }: Question): readonly string[] =>
  state.pendingAnswers.get(id) ?? state.given.get(factOf(id)) ?? [];

/** The answers on the present path, by the name of the fact. */
export function factsOf(state: FlowState): Record<string, string | string[]> {
  const { answers, steps } = pathIn(state);
  return Object.fromEntries(
    steps.map((id) => {
      const values = answers.get(factOf(id)) ?? [];
      const isMany = questionOf(state.flow, id)?.kind === 'many';
      return [factOf(id), isMany ? [...values] : (values[0] ?? '')];
    }),
  );
}

/** The names, and the names with values, that a flow does not know. */
export const unknownFacts = (flow: Flow, facts: WizardFacts): string[] =>
  Object.entries(facts).flatMap(([fact, answer]) => {
    const question = questionOf(flow, `q-${fact}`);
    if (!question) return [fact];
    return [answer]
      .flat()
      .map(String)
      .filter((value) => !question.answers.some((each) => each.value === value))
      .map((value) => `${fact} ${value}`);
  });

export function resultOf(state: FlowState): WizardResult | undefined {
  if (!isComplete(state)) return undefined;
  const { flow } = state;
  const { answers } = pathIn(state);
  return {
    outcomeIds: outcomesFor(flow, answers).map(({ id }) => id),
    checklistIds: itemsFor(flow, answers).map(({ id }) => id),
    flowId: flow.id,
    version: flow.version,
    lang: flow.lang,
  };
}
