import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** When something takes so long that people wonder, in milliseconds. */
const SLOW = 8000;

/** Notices that loading takes long. */
export class Slowness implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly isLoading: () => boolean,
    private readonly onSlow: () => void,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.isLoading()) this.#end();
    else this.#timer ??= setTimeout(this.onSlow, SLOW);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#end();
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
