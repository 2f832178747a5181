import type { LitElement, ReactiveController } from 'lit';
import type { Store } from '../../shared/store.js';
import { chosenAnswer, type BookingState } from './state.js';
import type { Step } from './step-machine.js';

/**
 * Keeps the checked radio button and the state the same. What is checked counts, whether or not an event tells of it: dictation
 * and form fillers set `checked` without one. After each update the chosen answer is checked; not by binding, since what the
 * page refuses, or a reset clears, would keep its mark. Create it before the element's context, which moves the focus after an
 * update.
 */
export class CheckedAnswer implements ReactiveController {
  /** The step whose answers were rendered last, and the value that was checked; '' for none. */
  #step: Step | undefined;
  #checked = '';

  constructor(
    private readonly host: LitElement,
    private readonly store: Store<BookingState>,
    private readonly choose: (value: string) => void,
  ) {
    host.addController(this);
  }

  /** Takes what was checked since the last time. */
  readonly read = (): void => {
    if (this.store.state.step !== this.#step) return;
    const checked = this.#radios.find((radio) => radio.checked)?.value ?? '';
    if (!checked || checked === this.#checked) return;
    this.#checked = checked;
    this.choose(checked);
  };

  hostUpdate(): void {
    this.read();
  }

  hostUpdated(): void {
    const { state } = this.store;
    this.#step = state.step;
    const chosen = chosenAnswer(state);
    for (const radio of this.#radios) radio.checked = radio.value === chosen;
    this.#checked = chosen;
  }

  get #radios(): HTMLInputElement[] {
    return [...this.host.renderRoot.querySelectorAll<HTMLInputElement>('.mark')];
  }
}
