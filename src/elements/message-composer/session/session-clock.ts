import { MAX_WAIT_MS } from '../../../shared/timers.js';
import type { SessionPhase } from '../state.js';

/** How long before the end the warning comes, in milliseconds (WCAG 2.2.1 asks for at least 20 seconds to answer). */
const WARNING_MS = 120_000;

/**
 * The clock of a log-in session. Tabs of one site share a session, so each tells the others of a later end: extended in
 * one, the warning goes in all. Only the time is sent.
 */
export class SessionClock {
  #endsAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #channel: BroadcastChannel | undefined;

  /** @param onChange called with the end in milliseconds since 1970, 0 when it is not known, and with the phase */
  constructor(private readonly onChange: (endsAt: number, phase: SessionPhase) => void) {}

  /** @param instant RFC 3339; '' when the page knows of no end */
  set(instant: string): void {
    this.#endsAt = Date.parse(instant) || 0;
    if (this.#endsAt > Date.now()) this.#channel?.postMessage(this.#endsAt);
    this.#update();
  }

  start(): void {
    // Missing in a sandboxed frame of some browsers.
    this.#channel =
      typeof BroadcastChannel === 'function' ? new BroadcastChannel('lucka-session') : undefined;
    this.#channel?.addEventListener('message', this.#onMessage);
    document.addEventListener('visibilitychange', this.#update);
    this.#update();
  }

  stop(): void {
    this.#channel?.close();
    document.removeEventListener('visibilitychange', this.#update);
    clearTimeout(this.#timer);
  }

  get #phase(): SessionPhase {
    if (!this.#endsAt) return 'open';
    const left = this.#endsAt - Date.now();
    return left <= 0 ? 'ended' : left <= WARNING_MS ? 'ending' : 'open';
  }

  readonly #onMessage = ({ data }: MessageEvent): void => {
    if (typeof data !== 'number' || !this.#endsAt || data <= this.#endsAt) return;
    this.#endsAt = data;
    this.#update();
  };

  readonly #update = (): void => {
    clearTimeout(this.#timer);
    const phase = this.#phase;
    this.onChange(this.#endsAt, phase);
    if (!this.#endsAt || phase === 'ended') return;
    const next = phase === 'open' ? this.#endsAt - WARNING_MS : this.#endsAt;
    this.#timer = setTimeout(this.#update, Math.min(Math.max(next - Date.now(), 0), MAX_WAIT_MS));
  };
}
