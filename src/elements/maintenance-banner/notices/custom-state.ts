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
    if (this.#name) this.#switch(this.#name, false);
    if (name) this.#switch(name, true);
    this.#name = name;
  }

  #switch(name: string, isOn: boolean): void {
    // The types promise what older browsers lack.
    const states = this.internals.states as CustomStateSet | undefined;
    try {
      if (isOn) states?.add(name);
      else states?.delete(name);
    } catch {
      if (!name.startsWith('--')) this.#switch(`--${name}`, isOn);
    }
    if (!isOn && !name.startsWith('--')) states?.delete(`--${name}`);
  }
}
