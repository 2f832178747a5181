import { msg } from '@lit/localize';
import type { ElementContext } from '../../shared/element-context.js';
import type { Store } from '../../shared/store.js';
import { LuckaBookingStepEvent } from './events.js';
import {
  enterStep,
  setAnswerError,
  writeLetter,
  type AnswerError,
  type BookingState,
  type Operation,
} from './state.js';
import { nextStep, previousStep, type Step, type StepSettings } from './step-machine.js';

/** What a person can do on every step. */
export interface Navigation {
  /** Continue: the person is done with the step. */
  submit(): void;
  back(): void;
  /** Goes to an earlier step, to change what was chosen there. */
  change(step: Step): void;
  /** An answer was checked. */
  readAnswer(): void;
  writeLetter(letter: string): void;
  /** Shows a step, with the focus on it, and dispatches its event. */
  goTo(step: Step): void;
  /** Applies a transition that may lead to another step, and dispatches the event of that step. */
  apply(transition: (state: BookingState) => BookingState): void;
}

/** What a feature does at its own steps. */
export interface StepFeature {
  submit(): Promise<unknown> | void;
  run(operation: Operation): Promise<unknown> | void;
}

export interface NavigationDeps {
  readonly store: Store<BookingState>;
  readonly context: ElementContext;
  readonly env: () => StepSettings & { readonly isDisabled: boolean };
  readonly readAnswer: () => void;
  /** Loads the feature that a step belongs to. */
  readonly load: (step: Step) => Promise<StepFeature>;
}

export function createNavigation(deps: NavigationDeps): Navigation {
  const { store, context, env, readAnswer, load } = deps;

  const apply: Navigation['apply'] = (transition) => {
    const { step: previous } = store.state;
    store.update(transition);
    const { step } = store.state;
    const event = new LuckaBookingStepEvent(step, previous);
    if (step !== previous) context.emit(event);
  };

  const goTo = (step: Step): void => {
    context.announce('');
    // While booking is closed a step has no question.
    context.focus('#step, #problem');
    apply((state) => enterStep(state, step));
  };

  const refuse = (error: AnswerError, selector: string): void => {
    store.update((state) => setAnswerError(state, error));
    context.focus(selector);
  };

  /** The first question, and the letter where it is asked for. */
  const submitGate = async (): Promise<unknown> => {
    const { state } = store;
    const { gate, letter } = state.selection;
    // The answers as a group: a person may be on one of them already, and would not hear the error that describes it.
    if (!gate) return refuse('answer-missing', '.options');
    const next = nextStep(state, env());
    if (next !== 'office') return goTo(next);
    const isLetterAsked = env().letterGate === 'reference';
    if (isLetterAsked && !letter.trim()) return refuse('letter-missing', '#letter');
    const scheduling = await load(next);
    if (store.state.step !== 'gate') return undefined;
    return isLetterAsked ? scheduling.run({ name: 'check-letter' }) : goTo(next);
  };

  const submit = async (): Promise<void> => {
    readAnswer();
    const { step, pendingOperation } = store.state;
    if (env().isDisabled || pendingOperation) return;
    try {
      await (step === 'gate' ? submitGate() : (await load(step)).submit());
    } catch {
      const text = msg('Check your connection, then press Continue again.');
      context.announce(text, { visible: true });
    }
  };

  return {
    submit: () => void submit(),
    back: () => {
      const { state } = store;
      const previous = previousStep(state, env());
      if (previous && !state.pendingOperation) goTo(previous);
    },
    change: (step) => {
      if (!store.state.pendingOperation) goTo(step);
    },
    readAnswer,
    writeLetter: (letter) => store.update((state) => writeLetter(state, letter)),
    goTo,
    apply,
  };
}
