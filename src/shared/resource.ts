import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a request depends on: when a member changes, it is made anew. `undefined`: no request now. */
export type ResourceKey = readonly unknown[] | undefined;

/**
 * The state of one thing that is loaded: the newest request wins, the last good value is kept when one fails, and a
 * request ends with its element.
 *
 * @example
 * readonly #text = new Resource(this, () => [this.src], (signal) => load(this.src, signal));
 */
export class Resource<Value> implements ReactiveController {
  /** The last good value. */
  value: Value | undefined;
  /** Why the newest request failed; undefined while it runs and when it succeeded. */
  error: unknown;
  /** When the newest request failed, in milliseconds since 1970. */
  failedAt = 0;
  loading = false;
  #key: ResourceKey;
  #request: AbortController | undefined;

  /**
   * @param key what to load, read before each update of the host
   * @param load the request; what it hands to `progress` is shown until it ends
   * @param settled called when the newest request has succeeded or failed, before the host updates
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly key: () => ResourceKey,
    private readonly load: (
      signal: AbortSignal,
      progress: (value: Value) => void,
    ) => Promise<Value>,
    private readonly settled?: () => void,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const key = this.key();
    if (!key) return;
    if (
      this.#key &&
      key.length === this.#key.length &&
      key.every((part, i) => part === this.#key?.[i])
    )
      return;
    void this.#start(key);
  }

  /** A request that was cut off by moving the element is made again. */
  hostConnected(): void {
    if (this.loading && !this.#request) this.refresh();
  }

  hostDisconnected(): void {
    this.#request?.abort();
    this.#request = undefined;
  }

  /** Asks again for the same thing. */
  refresh(): void {
    this.#key = undefined;
    this.host.requestUpdate();
  }

  async #start(key: ResourceKey): Promise<void> {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    this.#key = key;
    this.loading = true;
    this.error = undefined;
    const progress = (value: Value): void => {
      if (this.#request !== request) return;
      this.value = value;
      this.host.requestUpdate();
    };
    try {
      const value = await this.load(request.signal, progress);
      if (this.#request !== request) return;
      this.value = value;
    } catch (error) {
      if (this.#request !== request) return;
      this.error = error;
      this.failedAt = Date.now();
    }
    this.loading = false;
    this.settled?.();
    this.host.requestUpdate();
  }
}
