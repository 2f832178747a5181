import type { LitElement, ReactiveController } from 'lit';
import type { Store } from '../../shared/store.js';
import { chosenAnswers, presentQuestion, type State } from './state.js';

/**
 * Checks the chosen answers after each update. Not by binding: Lit does not see what a click checked between two updates.
 * Make it before the element's context, which moves focus after an update.
 */
export class CheckedAnswers implements ReactiveController {
  constructor(
    private readonly host: LitElement,
    private readonly store: Store<State>,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const { state } = this.store;
    const question = state.flow && presentQuestion(state);
    if (!question) return;
    const chosen = chosenAnswers(state, question);
    for (const input of this.host.renderRoot.querySelectorAll<HTMLInputElement>('[name="answer"]'))
      input.checked = chosen.includes(input.value);
  }
}
