import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { MAX_WAIT_MS } from '../../shared/timers.js';

/** How long before the end the warning comes, in milliseconds (WCAG 2.2.1 asks for at least 20 seconds to answer). */
const WARNING = 120_000;

export type SessionState = 'open' | 'ending' | 'ended';

/**
 * The clock of a log-in session. Tabs of one site share a session, so each tells the others of a later end: extended in
 * one, the warning goes in all. Only the time is told.
 */
export class Session implements ReactiveController {
  #endsAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #channel: BroadcastChannel | undefined;
  #told: SessionState = 'open';

  /** @param changed called when the warning comes or goes, and when the session ends */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly changed: (state: SessionState) => void,
  ) {
    host.addController(this);
  }

  /** Milliseconds since 1970; 0 when no end is known. */
  get endsAt(): number {
    return this.#endsAt;
  }

  get state(): SessionState {
    if (!this.#endsAt) return 'open';
    const left = this.#endsAt - Date.now();
    return left <= 0 ? 'ended' : left <= WARNING ? 'ending' : 'open';
  }

  /** @param instant RFC 3339; '' when the page knows of no end */
  set(instant: string): void {
    this.#endsAt = Date.parse(instant) || 0;
    if (this.#endsAt > Date.now()) this.#channel?.postMessage(this.#endsAt);
    this.#wait();
  }

  hostConnected(): void {
    // Missing in a sandboxed frame of some browsers.
    this.#channel =
      typeof BroadcastChannel === 'function' ? new BroadcastChannel('lucka-session') : undefined;
    this.#channel?.addEventListener('message', this.#onMessage);
    document.addEventListener('visibilitychange', this.#wait);
    this.#wait();
  }

  hostDisconnected(): void {
    this.#channel?.close();
    document.removeEventListener('visibilitychange', this.#wait);
    clearTimeout(this.#timer);
  }

  readonly #onMessage = ({ data }: MessageEvent): void => {
    if (typeof data !== 'number' || !this.#endsAt || data <= this.#endsAt) return;
    this.#endsAt = data;
    this.#wait();
  };

  readonly #wait = (): void => {
    clearTimeout(this.#timer);
    const { state } = this;
    if (state !== this.#told) {
      this.#told = state;
      this.changed(state);
      this.host.requestUpdate();
    }
    if (!this.#endsAt || state === 'ended') return;
    const next = state === 'open' ? this.#endsAt - WARNING : this.#endsAt;
    this.#timer = setTimeout(this.#wait, Math.min(Math.max(next - Date.now(), 0), MAX_WAIT_MS));
  };
}
