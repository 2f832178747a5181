import type { NoticeFeed, NoticeService } from './notices.js';
import { ServerClock } from './server-clock.js';
import type { ServiceError } from './service-error.js';

/** Minimum interval between two requests of a feed, in milliseconds. */
export const LEAST_INTERVAL = 60_000;
const LONGEST_PAUSE = 30 * 60_000;

/** Receives the responses of one feed. */
export interface Listener {
  /** Milliseconds between two requests; 0: one request only. */
  readonly interval: number;
  readonly answered: (feed: NoticeFeed) => void;
  /** @param at time of the last successful response, in milliseconds since 1970; 0 if there was none on this page */
  readonly failed: (error: unknown, at: number) => void;
}

/**
 * Polls one feed for all elements of the page that show it: only while the page is visible and online, and immediately if
 * that is so again after more than the interval. Intervals vary randomly, so that the requests of many pages are spread
 * over time, and are longer while requests fail.
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
  /** The server's `Retry-After`, in milliseconds. */
  #retryAfter = 0;

  constructor(private readonly service: NoticeService) {}

  /** Adds a listener; the returned function removes it. A later listener gets the last response without a new request. */
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

  /** Requests the feed now. Never rejects: listeners receive the error. */
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
    // Up to 20 % earlier or later.
    this.#jitter = 0.8 + Math.random() * 0.4;
    this.#asking = undefined;
    this.#plan();
  }

  /** Schedules the next request, or sends it immediately if it is overdue. */
  readonly #plan = (): void => {
    clearTimeout(this.#timer);
    const intervals = [...this.#listeners].map(({ interval }) => interval).filter(Boolean);
    if (!intervals.length || this.#asking || document.hidden || !navigator.onLine) return;
    const interval = Math.min(...intervals);
    const pause = Math.min(interval * 2 ** this.#failures, Math.max(LONGEST_PAUSE, interval));
    const left = Math.max(pause * this.#jitter, this.#retryAfter) - this.#passed;
    if (left <= 0) void this.ask();
    // Timers stand still while a computer sleeps: at most a minute at a time.
    else this.#timer = setTimeout(this.#plan, Math.min(Math.ceil(left), LEAST_INTERVAL));
  };

  /** Milliseconds since the last request; Infinity if the clock was set back. */
  get #passed(): number {
    const passed = Date.now() - this.#askedAt;
    return passed < 0 ? Infinity : passed;
  }

  /** When the browser is online again, earlier failures no longer delay the request; `Retry-After` still does. */
  readonly #onOnline = (): void => {
    const isDue = this.#passed >= Math.max(LEAST_INTERVAL, this.#retryAfter);
    const asks = [...this.#listeners].some(({ interval }) => interval);
    if (this.#failures && asks && isDue && !document.hidden) void this.ask();
    else this.#plan();
  };
}

const pollers = new Map<unknown, NoticePoller>();

/** The page's only poller for this address and format, or for the page's own service. */
export function pollerFor(key: unknown, service: () => NoticeService): NoticePoller {
  const present = pollers.get(key) ?? new NoticePoller(service());
  pollers.set(key, present);
  return present;
}
