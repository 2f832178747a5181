import type { CSSResultGroup, ReactiveController, ReactiveControllerHost } from 'lit';
import { adoptStyles } from './adopt-styles.js';

/** A part of an element that has a file of its own: its timers and listeners live in the controller's callbacks. */
export interface Feature extends ReactiveController {
  readonly styles: CSSResultGroup;
}

/** An element, with Lit or without. */
type FeatureHost = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * A feature that is imported when it is needed: once, and again after an import that failed.
 *
 * The type parameter is written out where it is made, since the closures of an element's features refer to each other.
 *
 * @example
 * readonly #result = new LazyFeature<Result>(this, async () => {
 *   const { createResult } = await import('./result/result.js');
 *   return createResult({ store: this.#store, context: this.#context });
 * });
 */
export class LazyFeature<Value extends Feature> {
  /** The feature, once it is loaded. */
  value: Value | undefined;
  #loading: Promise<Value> | undefined;

  constructor(
    private readonly host: FeatureHost,
    private readonly create: () => Promise<Value>,
  ) {}

  /**
   * Loads the feature, adopts its styles, adds it as a controller and asks the host for an update. The same function for
   * the lifetime of the element.
   *
   * @throws the error of the import; the next call tries again
   */
  readonly load = (): Promise<Value> => (this.#loading ??= this.#load());

  async #load(): Promise<Value> {
    try {
      const value = await this.create();
      adoptStyles(this.host.renderRoot as ShadowRoot, value.styles);
      this.host.addController(value);
      this.value = value;
      this.host.requestUpdate();
      return value;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }
}
