import type { ReactiveController } from 'lit';
import { parseEnum, warnOnce, parseInteger } from '../../shared/attributes.js';
import { LEAST_INTERVAL, pollerFor, type NoticePoller } from '../../services/notice-poller.js';
import { feedOf, httpNoticeService } from '../../services/http-notices.js';
import { FORMATS, type FeedFormat } from '../../services/notices.js';
import type { ServiceError } from '../../services/service-error.js';
import { LuckaNoticeErrorEvent } from './error-event.js';
import { isFresh, keepLastKnown, lastKnown } from './last-known.js';
import type { LuckaMaintenanceBanner } from './maintenance-banner.js';

/** What was given: the page's property, its service or feed, and until these answer what stands inside the tag. */
export class NoticeSource implements ReactiveController {
  /** When the notices were read last, in milliseconds since 1970, if the newest try failed; else 0. */
  staleSince = 0;
  /** Has the first answer come, or failed? What comes after that is news. */
  isSettled = false;
  /** What was there when the page began. */
  first: readonly unknown[] | undefined;
  #given: readonly unknown[] | undefined;
  #key: readonly unknown[] = [];
  #poller: NoticePoller | undefined;
  #stop: (() => void) | undefined;

  constructor(private readonly host: LuckaMaintenanceBanner) {
    host.addController(this);
  }

  /** Whatever a page or a server gave, unchecked; undefined while nothing is known. */
  get given(): readonly unknown[] | undefined {
    const { notices } = this.host;
    return Array.isArray(notices) ? notices : this.#given;
  }

  /** The visitor's clock, corrected by the server's where that is known. */
  get now(): Date {
    return this.#poller?.clock.now() ?? new Date();
  }

  get storage(): 'local' | 'none' {
    return parseEnum(this.host, 'storage', this.host.storage, ['local', 'none']);
  }

  hostConnected(): void {
    this.#key = this.#settings;
    this.#start();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  hostUpdate(): void {
    const key = this.#settings;
    if (key.some((part, index) => part !== this.#key[index])) {
      const isSame = key.slice(0, 4).every((part, index) => part === this.#key[index]);
      this.hostDisconnected();
      // Another address has other notices; another interval has not.
      if (!isSame) this.#given = undefined;
      this.hostConnected();
    } else if (!this.given) this.#readChild();
  }

  /** Asks anew. Resolves when the answer is there, also when there is none. */
  async ask(): Promise<void> {
    await this.#poller?.ask();
  }

  get #settings(): readonly unknown[] {
    const { src, source, notices } = this.host;
    return [src, source, this.#format, Boolean(notices), this.#poll, this.storage];
  }

  get #format(): FeedFormat {
    return parseEnum(this.host, 'format', this.host.format, FORMATS);
  }

  /** Seconds. */
  get #poll(): number {
    const bounds = { min: 0, max: 86_400, fallback: 300 };
    const seconds = parseInteger(this.host, 'poll', this.host.poll, bounds);
    if (!seconds || seconds * 1000 >= LEAST_INTERVAL) return seconds;
    warnOnce(this.host, 'poll', 'is at least 60.');
    return LEAST_INTERVAL / 1000;
  }

  #start(): void {
    const { src, source, notices } = this.host;
    this.#poller = undefined;
    this.staleSince = 0;
    this.isSettled = Boolean(notices) || (!source && !src);
    if (notices) this.first = this.given;
    else this.#readChild();
    if (this.isSettled) return;
    const format = this.#format;
    const key = source ?? `${format} ${addressOf(src)}`;
    this.#poller = pollerFor(key, () => source ?? httpNoticeService(src, format));
    this.#stop = this.#poller.listen({
      interval: this.#poll * 1000,
      answered: (feed) => this.#onAnswer(feed.notices),
      failed: (error, at) => this.#onFailure(error, at),
    });
  }

  #onAnswer(notices: readonly unknown[]): void {
    const { src, source } = this.host;
    this.staleSince = 0;
    this.#take(notices);
    if (!source && this.storage === 'local') keepLastKnown(src, { at: Date.now(), notices });
  }

  #onFailure(error: unknown, answeredAt: number): void {
    const { src, source } = this.host;
    // What stands inside the tag is as old as the page.
    let at = answeredAt || (this.#given ? performance.timeOrigin : 0);
    if (!at && !source && this.storage === 'local') {
      const known = lastKnown(src);
      if (known) this.#take(known.notices);
      at = known?.at ?? 0;
    }
    if (!isFresh(at)) this.#given = undefined;
    this.isSettled = true;
    this.staleSince = this.#given ? at : 0;
    this.host.requestUpdate();
    const age = this.staleSince ? Math.max(0, Math.round((Date.now() - at) / 1000)) : undefined;
    const event = new LuckaNoticeErrorEvent(
      (error as Partial<ServiceError>).code ?? 'network',
      age,
    );
    this.host.dispatchEvent(event);
  }

  /** The same notices again change nothing. */
  #take(given: readonly unknown[]): void {
    if (JSON.stringify(given) !== JSON.stringify(this.#given)) this.#given = given;
    if (!this.isSettled) this.first = this.#given;
    this.isSettled = true;
    this.host.requestUpdate();
  }

  /** Reads what stands inside the tag, for pages that are rendered on the server. */
  #readChild(): void {
    const script = this.host.querySelector(':scope > script[type="application/json"]');
    if (!script) return;
    const take = (notices: unknown) => {
      if (this.#given || !Array.isArray(notices)) return;
      this.first = this.#given = notices as unknown[];
      this.host.requestUpdate();
    };
    try {
      const body: unknown = JSON.parse(script.textContent ?? '');
      if (Array.isArray(body)) return take(body);
      const { notices } = (body ?? {}) as { notices?: unknown };
      if (notices) return take(notices);
      feedOf(body, this.#format).then((feed) => take(feed.notices), this.#onBadChild);
    } catch {
      this.#onBadChild();
    }
  }

  readonly #onBadChild = (): void =>
    warnOnce(this.host, 'script', 'what stands inside the tag is no feed of notices.');
}

/** One address, however it is written; what is none fails when it is requested. */
function addressOf(src: string): string {
  try {
    return new URL(src, document.baseURI).href;
  } catch {
    return src;
  }
}
