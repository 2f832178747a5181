import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** After how many milliseconds a request counts as slow. */
const SLOW_MS = 8000;

/** Calls back when something that an element waits for takes long. */
export class SlowRequestController implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param isPending read after each update of the host */
  constructor(
    private readonly host: ReactiveControllerHost & { readonly isConnected: boolean },
    private readonly isPending: () => boolean,
    private readonly onSlow: () => void,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    // An element can be updated after it has left the page.
    if (!this.isPending() || !this.host.isConnected) this.#stop();
    else this.#timer ??= setTimeout(this.onSlow, SLOW_MS);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
