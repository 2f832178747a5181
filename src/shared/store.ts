/**
 * The state of one element: one readonly object, replaced by pure transitions. The element renders it; nothing else
 * holds a copy.
 *
 * @example
 * readonly #store = new Store<WizardState>(this, initialState());
 * this.#store.update((state) => enterStep(state, 'q-visit'));
 */
export class Store<State extends object> {
  #state: State;

  /** @param host asked for an update after each change; Lit renders once for several changes */
  constructor(
    private readonly host: { requestUpdate(): void },
    initial: State,
  ) {
    this.#state = initial;
  }

  get state(): State {
    return this.#state;
  }

  /** Applies a transition. The same object means that nothing changed. */
  update(transition: (state: State) => State): void {
    const next = transition(this.#state);
    if (next === this.#state) return;
    this.#state = next;
    this.host.requestUpdate();
  }
}
