/**
 * An element's one custom state, for `:state(…)` in the page's styles. Older browsers have none, or take only names with
 * two hyphens (`:--…`).
 */
export class CustomState {
  #name = '';

  constructor(private readonly internals: ElementInternals) {}

  /** @param name '' for none */
  set(name: string): void {
    if (name === this.#name) return;
    // The types promise what older browsers lack.
    const states = this.internals.states as CustomStateSet | undefined;
    for (const previous of [this.#name, `--${this.#name}`]) states?.delete(previous);
    this.#name = name;
    if (!name) return;
    try {
      states?.add(name);
    } catch {
      states?.add(`--${name}`);
    }
  }
}
