import type { NoticeFeed, NoticeService } from './notices.js';
import { ServerClock } from './server-clock.js';
import type { ServiceError } from './service-error.js';

/** No feed is asked more often, in milliseconds. */
export const LEAST_INTERVAL = 60_000;
const LONGEST_PAUSE = 30 * 60_000;

/** Who wants to know about a feed. */
export interface Listener {
  /** Milliseconds between two questions; 0: asks once. */
  readonly interval: number;
  readonly answered: (feed: NoticeFeed) => void;
  /** @param at when the last good answer came; 0 when there was none on this page */
  readonly failed: (error: unknown, at: number) => void;
}

/**
 * Asks for one feed now and then, for all elements of the page that show it: only while the page is seen and online, when
 * it comes back after longer than the interval, a little earlier or later each time so that pages do not ask in step,
 * and seldomer while it fails.
 */
export class NoticePoller {
  readonly clock = new ServerClock();
  readonly #listeners = new Set<Listener>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;
  #asking: Promise<void> | undefined;
  #answer: NoticeFeed | undefined;
  #error: unknown;
  #answeredAt = 0;
  #askedAt = 0;
  #failures = 0;
  #jitter = 1;
  /** What the server asked for with `Retry-After`, in milliseconds. */
  #retryAfter = 0;

  constructor(private readonly service: NoticeService) {}

  /** Listens until the answer is called. Whoever comes later gets the last answer at once, and nothing is asked anew. */
  listen(listener: Listener): () => void {
    if (!this.#listeners.size) {
      document.addEventListener('visibilitychange', this.#plan);
      addEventListener('online', this.#onOnline);
    }
    this.#listeners.add(listener);
    if (this.#answer) listener.answered(this.#answer);
    if (this.#error) listener.failed(this.#error, this.#answeredAt);
    if (this.#askedAt) this.#plan();
    else void this.ask();
    return () => this.#leave(listener);
  }

  /** Asks now. Never rejects: the listeners hear of it. */
  ask(): Promise<void> {
    return (this.#asking ??= this.#ask());
  }

  #leave(listener: Listener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size) return;
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#plan);
    removeEventListener('online', this.#onOnline);
    if (!this.#asking) return;
    this.#request?.abort();
    this.#asking = undefined;
    this.#askedAt = 0;
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    const { signal } = (this.#request = new AbortController());
    this.#askedAt = Date.now();
    try {
      const heard = (headers: Headers) => this.clock.sync(headers);
      const answer = await this.service.listNotices({ signal, heard });
      if (signal.aborted) return;
      this.#answer = answer;
      this.#answeredAt = Date.now();
      this.#failures = this.#retryAfter = 0;
      this.#error = undefined;
      for (const { answered } of this.#listeners) answered(answer);
    } catch (error) {
      if (signal.aborted) return;
      this.#error = error;
      this.#failures++;
      this.#retryAfter = ((error as Partial<ServiceError>).retryAfter ?? 0) * 1000;
      for (const { failed } of this.#listeners) failed(error, this.#answeredAt);
    }
    // Up to a fifth earlier or later.
    this.#jitter = 0.8 + Math.random() * 0.4;
    this.#asking = undefined;
    this.#plan();
  }

  /** Waits for the next time, or asks at once when it is over. */
  readonly #plan = (): void => {
    clearTimeout(this.#timer);
    const intervals = [...this.#listeners].map(({ interval }) => interval).filter(Boolean);
    if (!intervals.length || this.#asking || document.hidden || !navigator.onLine) return;
    const interval = Math.min(...intervals);
    const pause = Math.min(interval * 2 ** this.#failures, Math.max(LONGEST_PAUSE, interval));
    const left = Math.max(pause * this.#jitter, this.#retryAfter) - this.#passed;
    if (left <= 0) void this.ask();
    else this.#timer = setTimeout(this.#plan, Math.ceil(left));
  };

  /** Since the last question. A clock that was put back tells nothing. */
  get #passed(): number {
    const passed = Date.now() - this.#askedAt;
    return passed < 0 ? Infinity : passed;
  }

  /** Back on the network, a failure is no reason to wait longer; what the server asked for is. */
  readonly #onOnline = (): void => {
    const isDue = this.#passed >= Math.max(LEAST_INTERVAL, this.#retryAfter);
    const asks = [...this.#listeners].some(({ interval }) => interval);
    if (this.#failures && asks && isDue && !document.hidden) void this.ask();
    else this.#plan();
  };
}

const pollers = new Map<unknown, NoticePoller>();

/** The page's one poller for this address and format, or for the page's own service. */
export function pollerFor(key: unknown, service: () => NoticeService): NoticePoller {
  const present = pollers.get(key) ?? new NoticePoller(service());
  pollers.set(key, present);
  return present;
}
