import { feedOf, httpNoticeService } from '../../../services/http-notices.js';
import { LEAST_INTERVAL, pollerFor, type NoticePoller } from '../../../services/notice-poller.js';
import { FORMATS, type FeedFormat, type NoticeFeed } from '../../../services/notices.js';
import type { ServiceError } from '../../../services/service-error.js';
import { parseEnum, parseInteger, warnOnce } from '../../../shared/attributes.js';
import type { Store } from '../../../shared/store.js';
import { LuckaNoticeErrorEvent } from '../events.js';
import type { BannerSettings } from '../settings.js';
import {
  failLoading,
  givenNotices,
  receiveInitial,
  receiveNotices,
  startLoading,
  type BannerState,
} from '../state.js';
import { isFresh, readCachedFeed, writeCachedFeed } from './feed-cache.js';

/** Receives the notices: the page's own, those of its service or feed, and until these answer its JSON inside the tag. */
export interface Feed {
  hostConnected(): void;
  hostDisconnected(): void;
  /** Reads the settings before each update of the host. */
  hostUpdate(): void;
  /** The visitor's clock, corrected by the server's where that is known. */
  readonly now: Date;
  /** Requests the feed again. Resolves when there is an answer or an error. */
  refresh(): Promise<void>;
}

export interface FeedDeps {
  readonly host: HTMLElement & BannerSettings & { requestUpdate(): void };
  readonly store: Store<BannerState>;
}

export const createFeed = (deps: FeedDeps): Feed => new FeedController(deps);

/** How many of its settings say where the notices come from. */
const PLACE = 4;

class FeedController implements Feed {
  #settings: readonly unknown[] = [];
  #poller: NoticePoller | undefined;
  /** Undefined before it starts and after it has stopped. */
  #stop: (() => void) | undefined;

  constructor(private readonly deps: FeedDeps) {}

  get now(): Date {
    return this.#poller?.clock.now() ?? new Date();
  }

  async refresh(): Promise<void> {
    await this.#poller?.ask();
  }

  /** It starts with the next update: a page sets several properties at once. */
  hostConnected(): void {
    this.deps.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  hostUpdate(): void {
    const { host, store } = this.deps;
    // An update that was asked for before the element left the page.
    if (!host.isConnected) return;
    const before = this.#settings;
    const isOther = (part: unknown, index: number) => part !== before[index];
    const settings = this.#readSettings();
    if (!this.#stop || settings.some(isOther)) {
      this.#stop?.();
      this.#settings = settings;
      this.#stop = this.#start(settings.slice(0, PLACE).some(isOther));
    } else if (!givenNotices(store.state, host.notices)) this.#readChild();
  }

  #readSettings(): readonly unknown[] {
    const { src, service, notices } = this.deps.host;
    return [src, service, this.#format, Boolean(notices), this.#poll, this.#isStored];
  }

  get #format(): FeedFormat {
    const { host } = this.deps;
    return parseEnum(host, 'format', host.format, FORMATS);
  }

  /** Seconds. */
  get #poll(): number {
    const { host } = this.deps;
    const bounds = { min: 0, max: 86_400, fallback: 300 };
    const seconds = parseInteger(host, 'poll', host.poll, bounds);
    if (!seconds || seconds * 1000 >= LEAST_INTERVAL) return seconds;
    warnOnce(host, 'poll', 'is at least 60.');
    return LEAST_INTERVAL / 1000;
  }

  /** Is the last answer stored on the device? A page's own service may know the person. */
  get #isStored(): boolean {
    const { host } = this.deps;
    return !host.service && parseEnum(host, 'storage', host.storage, ['local', 'none']) === 'local';
  }

  /** @returns what stops it */
  #start(isElsewhere: boolean): () => void {
    const { host, store } = this.deps;
    const { src, service, notices } = host;
    this.#poller = undefined;
    const needsRequest = !notices && Boolean(service || src);
    const given = notices && givenNotices(store.state, notices);
    store.update((state) => startLoading(state, { given, isElsewhere, needsRequest }));
    if (!notices) this.#readChild();
    if (!needsRequest) return () => undefined;
    const format = this.#format;
    const key = service ?? `${format} ${absolute(src)}`;
    this.#poller = pollerFor(key, () => service ?? httpNoticeService(src, format));
    return this.#poller.listen({
      interval: this.#poll * 1000,
      answered: (feed) => this.#onAnswer(feed.notices),
      failed: (error, at) => this.#onFailure(error, at),
    });
  }

  #onAnswer(notices: readonly unknown[]): void {
    this.deps.store.update((state) => receiveNotices(state, notices));
    if (this.#isStored) writeCachedFeed(this.deps.host.src, { at: Date.now(), notices });
  }

  #onFailure(error: unknown, answeredAt: number): void {
    const { host, store } = this.deps;
    // The JSON inside the tag is as old as the page.
    let at = answeredAt || (store.state.received ? performance.timeOrigin : 0);
    const cached = at || !this.#isStored ? undefined : readCachedFeed(host.src);
    if (cached) {
      store.update((state) => receiveNotices(state, cached.notices));
      at = cached.at;
    }
    store.update((state) => failLoading(state, isFresh(at) ? at : 0));
    const { staleSince } = store.state;
    const age = staleSince ? Math.max(0, Math.round((Date.now() - staleSince) / 1000)) : undefined;
    const { code = 'network', message = '' } = error as Partial<ServiceError>;
    if (code === 'malformed-answer') warnOnce(host, 'src', message);
    const event = new LuckaNoticeErrorEvent(code, age);
    host.dispatchEvent(event);
  }

  /** Reads the JSON inside the tag, of pages that render notices on a server. */
  #readChild(): void {
    const { host, store } = this.deps;
    const script = host.querySelector(':scope > script[type="application/json"]');
    if (!script || store.state.received) return;
    const receive = (notices: readonly unknown[]) =>
      store.update((state) => receiveInitial(state, notices));
    const warn = () => warnOnce(host, 'script', 'is no feed of notices.');
    try {
      const body: unknown = JSON.parse(script.textContent ?? '');
      const notices = Array.isArray(body) ? body : (body as Partial<NoticeFeed> | null)?.notices;
      if (Array.isArray(notices)) receive(notices);
      else feedOf(body, this.#format).then((feed) => receive(feed.notices), warn);
    } catch {
      warn();
    }
  }
}

/** One address, however it is written; what is none fails when it is requested. */
function absolute(src: string): string {
  try {
    return new URL(src, document.baseURI).href;
  } catch {
    return src;
  }
}
