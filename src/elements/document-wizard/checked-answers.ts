import type { LitElement, ReactiveController } from 'lit';
import type { Store } from '../../shared/store.js';
import { chosenAnswers, presentQuestion, toggleAnswer, withFlow, type State } from './state.js';

/**
 * Keeps the checked answers and the state the same. What is checked counts, whether or not an event tells of it: dictation and
 * form fillers set `checked` without one. After each update the answers of the state are checked; not by binding, since Lit does
 * not see what a click checked between two updates. Make it before the element's context, which moves focus after an update.
 */
export class CheckedAnswers implements ReactiveController {
  /** Id of the question whose answers were read or written last, and those that were checked. */
  #question: string | undefined;
  #checked: ReadonlySet<string> = new Set();

  constructor(
    private readonly host: LitElement,
    private readonly store: Store<State>,
  ) {
    host.addController(this);
  }

  /** Takes what was checked and unchecked since the last time. */
  readonly read = (): void => {
    const { state } = this.store;
    if (!state.flow || presentQuestion(state)?.id !== this.#question) return;
    const before = this.#checked;
    const changed = this.#inputs.filter(({ value, checked }) => checked !== before.has(value));
    this.#remember();
    // First what was unchecked: a radio is by the one that takes its place.
    for (const isChecked of [false, true])
      for (const { value, checked } of changed)
        if (checked === isChecked)
          this.store.update(withFlow((now) => toggleAnswer(now, value, checked)));
  };

  hostUpdate(): void {
    this.read();
  }

  hostUpdated(): void {
    const { state } = this.store;
    const question = state.flow && presentQuestion(state);
    this.#question = question?.id;
    if (!question) return;
    const chosen = chosenAnswers(state, question);
    for (const input of this.#inputs) input.checked = chosen.includes(input.value);
    this.#remember();
  }

  get #inputs(): HTMLInputElement[] {
    return [...this.host.renderRoot.querySelectorAll<HTMLInputElement>('[name="answer"]')];
  }

  #remember(): void {
    this.#checked = new Set(this.#inputs.flatMap(({ value, checked }) => (checked ? value : [])));
  }
}
