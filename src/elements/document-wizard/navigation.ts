import { msg } from '@lit/localize';
import type { ElementContext } from '../../shared/element-context.js';
import type { Store } from '../../shared/store.js';
import {
  LuckaWizardRestartEvent,
  LuckaWizardResultEvent,
  LuckaWizardStepEvent,
  type WizardDirection,
} from './events.js';
import {
  chosenAnswers,
  clearAnswers,
  editQuestion,
  enterStep,
  isAtResult,
  presentQuestion,
  resultOf,
  showAnswerMissing,
  submitAnswer,
  withFlow,
  type FlowState,
  type State,
} from './state.js';
import { firstQuestion, nextStep, previousStep } from './step-machine.js';

/** What a person does at the steps; each dispatches the events of its step. */
export interface Navigation {
  start(): void;
  /** Takes what was checked and unchecked of the present question. */
  readAnswers(): void;
  /** Continue: the person is done with the present question. */
  submit(): Promise<void>;
  back(): void;
  /** Opens a question from the result. */
  edit(questionId: string): void;
  restart(): void;
  /** Applies a transition that leads to a step and shows that step, without an event. */
  show(transition: (state: FlowState) => FlowState, isNewStep: boolean): void;
  /** Dispatches that another question is shown; nothing at the result. */
  emitStep(direction: WizardDirection): void;
}

export interface NavigationDeps {
  readonly store: Store<State>;
  readonly context: ElementContext;
  readonly readAnswers: () => void;
  /** Saves the progress. @param isNewStep the browser's Back button leads to the step before */
  readonly save: (isNewStep: boolean) => void;
  /** Uses the browser's own Back where it leads to this step. @returns false when it does not */
  readonly goBackInHistory: (step: string) => boolean;
  /** Loads what shows the result and a missing answer. */
  readonly loadResult: () => Promise<unknown>;
}

export function createNavigation(deps: NavigationDeps): Navigation {
  const { store, context, readAnswers, save, goBackInHistory, loadResult } = deps;

  const show: Navigation['show'] = (transition, isNewStep) => {
    if (!store.state.flow) return;
    readAnswers();
    store.update(withFlow(transition));
    context.focus('#step');
    context.announce('');
    save(isNewStep);
  };

  const emitStep = (direction: WizardDirection): void => {
    const { state } = store;
    if (!state.flow || isAtResult(state)) return;
    const event = new LuckaWizardStepEvent(state.step, direction);
    context.emit(event);
  };

  const showResult = (state: FlowState): void => {
    const result = resultOf(state);
    if (!result) return;
    const { outcomeIds, checklistIds, flowId, version, lang } = result;
    const event = new LuckaWizardResultEvent(outcomeIds, checklistIds, flowId, version, lang);
    if (context.emit(event)) show((now) => enterStep(now, now.flow.result), true);
  };

  return {
    show,
    emitStep,
    start: () => {
      show((state) => enterStep(state, firstQuestion(state)), true);
      emitStep('forward');
    },
    readAnswers,
    submit: async () => {
      readAnswers();
      store.update(withFlow(submitAnswer));
      const { state } = store;
      const question = state.flow && presentQuestion(state);
      if (!question) return;
      const isMissing = !chosenAnswers(state, question).length;
      const next = nextStep(state);
      if (!isMissing && next !== state.flow.result) {
        show((now) => enterStep(now, next), true);
        emitStep('forward');
        return;
      }
      try {
        await loadResult();
      } catch {
        const text = msg('Check your connection, then press Continue again.');
        context.announce(text, { visible: true });
        return;
      }
      readAnswers();
      const { state: now } = store;
      // Meanwhile the page may have taken the flow away, and the person may have chosen or gone back.
      if (!now.flow || now.step !== question.id) return;
      if (!isMissing) return showResult(now);
      if (chosenAnswers(now, question).length) return;
      store.update(withFlow(showAnswerMissing));
      context.focus('[part~="error-summary"]');
    },
    back: () => {
      const { state } = store;
      if (!state.flow || goBackInHistory(previousStep(state))) return;
      show((now) => enterStep(now, previousStep(now)), false);
      emitStep('back');
    },
    edit: (questionId) => {
      show((state) => editQuestion(state, questionId), true);
      emitStep('change');
    },
    restart: () => {
      show((state) => enterStep(clearAnswers(state), firstQuestion(state)), true);
      const event = new LuckaWizardRestartEvent();
      context.emit(event);
      emitStep('restart');
    },
  };
}
