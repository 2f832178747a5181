import { nothing, render } from 'lit';
import { followLink } from '../../../content/follow-link.js';
import type { Renderable } from '../../../content/render.js';
import { SWEDEN } from '../../../i18n/default-zone.js';
import { translations } from '../../../i18n/generated/translations/maintenance-banner.js';
import { syncLocale } from '../../../i18n/locale.js';
import { PageLanguage } from '../../../i18n/page-language.js';
import { isTimeZone } from '../../../i18n/time-zone.js';
import { adoptStyles } from '../../../shared/adopt-styles.js';
import { parseInteger, warnOnce } from '../../../shared/attributes.js';
import { parseHeadingLevel } from '../../../shared/heading-level.js';
import { LazyFeature, type Feature } from '../../../shared/lazy-feature.js';
import type { Store } from '../../../shared/store.js';
import { MAX_WAIT_MS } from '../../../shared/timers.js';
import { base } from '../../../styles/base.js';
import { button } from '../../../styles/button.js';
import { details } from '../../../styles/details.js';
import { tokens } from '../../../styles/generated/tokens.js';
import type { BannerHost } from '../banner-host.js';
import type { DismissibleNotices } from '../dismissal/dismissal.js';
import { readDismissals } from '../dismissals.js';
import {
  givenNotices,
  setDismissed,
  type ActiveNotice,
  type BannerState,
  type InvalidNotice,
} from '../state.js';
import type { NoticeCommands } from './actions.js';
import { announceFailure } from './announce-failure.js';
import { renderBanner } from './banner-view.js';
import { CustomState } from './custom-state.js';
import type { Interruption } from './interruption.js';
import { NoticeBodies } from './notice-body.js';
import { NoticeContainers } from './notice-containers.js';
import { NoticeContext } from './notice-context.js';
import {
  canDismiss,
  collapsedClosures,
  dueNotices,
  keyOf,
  nextChangeOf,
  parseNotices,
  undismissed,
  type ParsedNotices,
} from './notice-selectors.js';
import { renderNotice } from './notice-view.js';
import { noticesStyles } from './notices.styles.js';
import { PhaseChanges } from './phase-changes.js';
import type { NoticeActions, RenderEnv } from './render-env.js';
import { renderStale } from './stale-view.js';

/** A clock that stands still, as in a test, is not read more often, in milliseconds. */
const MIN_WAIT = 50;

/** Shows the notices, and what changes about them. Loaded when there are any: on most days there are none. */
export interface Notices extends Feature {
  /** Everything is there to show the notices, if only as they were. */
  readonly isReady: boolean;
  /** Those on show, the most urgent first. */
  readonly active: readonly ActiveNotice[];
  /** Does what a person or the page asked for: at once if its code is loaded. */
  act(run: (actions: NoticeCommands) => unknown): Promise<void>;
  /** Loads what the notices need besides, if they do. Never rejects. */
  prepare(): Promise<unknown> | undefined;
  /** Renders the notices, or nothing while they are not ready. */
  render(container: HTMLElement, isReady: boolean): void;
}

export interface NoticesDeps {
  readonly host: BannerHost;
  readonly store: Store<BannerState>;
  readonly now: () => Date;
}

/** Resolves when the words are there too, if they can be loaded. */
export async function createNotices(deps: NoticesDeps): Promise<Notices> {
  const notices = new NoticesController(deps);
  // At the same time as the words.
  void notices.prepare();
  await syncLocale(translations);
  adoptStyles(deps.host.renderRoot, notices.styles);
  deps.host.addController(notices);
  return notices;
}

class NoticesController implements Notices, DismissibleNotices {
  readonly styles = [tokens, base, button, details, noticesStyles];
  readonly #context: NoticeContext;
  readonly #language: PageLanguage;
  readonly #interruption: LazyFeature<Interruption>;
  readonly canDismiss = canDismiss;
  readonly #bodies: NoticeBodies;
  readonly #containers = new NoticeContainers();
  readonly #changes: PhaseChanges;
  readonly #customState: CustomState;
  #given: readonly unknown[] | undefined;
  #parsed: ParsedNotices = { notices: [], invalid: [] };
  #reported: readonly InvalidNotice[] = [];
  /** Whether what changes now is news: not how the page begins. */
  #isNews: boolean;
  #loadingInterruption: Promise<unknown> | undefined;
  /** Undefined before the first rendering. */
  #rendered: Renderable | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly deps: NoticesDeps) {
    const { host, store } = deps;
    const context = (this.#context = new NoticeContext(host));
    const language = (this.#language = new PageLanguage(host, translations));
    this.#interruption = new LazyFeature<Interruption>(host, async () => {
      const { createInterruption } = await import('./interruption.js');
      const lang = () => language.code;
      return createInterruption({ host, store, context, lang, notices: this });
    });
    this.#bodies = new NoticeBodies(host, () => host.src);
    this.#changes = new PhaseChanges(context);
    this.#customState = new CustomState(host.internals);
    this.#isNews = givenNotices(store.state, host.notices) !== store.state.initial;
    host.renderRoot.addEventListener('click', followLink);
    // A person who is among the notices may act.
    for (const type of ['focusin', 'pointerover'])
      host.renderRoot.addEventListener(type, () => void this.#loadInterruption(), { once: true });
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisible);
    this.hostUpdate();
    this.deps.host.requestUpdate();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisible);
    clearTimeout(this.#timer);
  }

  hostUpdate(): void {
    const { host, store } = this.deps;
    store.update((state) => setDismissed(state, readDismissals(host)));
  }

  hostUpdated(): void {
    const { store, host } = this.deps;
    this.#setTimer();
    const given = givenNotices(store.state, host.notices);
    if (!given || !this.#language.ready || !this.#isComplete) return;
    const { active } = this;
    this.#customState.set(active[0]?.phase ?? '');
    this.#reportInvalid();
    const changes = this.#changes.update(active);
    const isNews = this.#isNews;
    this.#isNews = store.state.hasLoaded;
    if (!isNews || !changes.length) return;
    void this.#loadInterruption().then(() =>
      this.#interruption.value?.announce(changes, this.#changes.announced),
    );
  }

  #reportInvalid(): void {
    const before = this.#reported;
    const { invalid } = this.#parse();
    this.#reported = invalid;
    if (invalid === before || !invalid.length) return;
    void this.#loadInterruption().then(() =>
      this.#interruption.value?.reportInvalid(invalid, before),
    );
  }

  get all(): readonly { readonly id: string }[] {
    return this.#parse().notices;
  }

  get due(): readonly ActiveNotice[] {
    const { affectedService } = this.deps.host;
    const isStale = this.deps.store.state.staleSince > 0;
    const criteria = { now: this.#now, leadDays: this.#leadDays, affectedService, isStale };
    return dueNotices(this.#parse().notices, criteria);
  }

  get active(): readonly ActiveNotice[] {
    return undismissed(this.due, this.deps.store.state.dismissed, this.#now);
  }

  get isReady(): boolean {
    return this.#language.ready && (this.#rendered !== undefined || this.#isComplete);
  }

  prepare(): Promise<unknown> | undefined {
    const isPlain =
      this.#isComplete &&
      !this.#parse().invalid.length &&
      this.active.every(({ phase }) => phase === 'planned');
    return isPlain ? this.#loadingInterruption : this.#loadInterruption();
  }

  keyOf(notice: ActiveNotice): string {
    return keyOf(notice, this.#now);
  }

  async act(run: (actions: NoticeCommands) => unknown): Promise<void> {
    if (!this.#interruption.value) await this.#loadInterruption();
    const { value } = this.#interruption;
    if (value) await run(value.actions);
    else announceFailure(this.#context);
  }

  readonly #actions: NoticeActions = {
    dismiss: (id) => this.act((actions) => actions.dismiss(id)),
    expand: (id) => this.act((actions) => actions.expand(id)),
    saveToCalendar: (id) => this.act((actions) => actions.saveToCalendar(id)),
    showAll: (firstHidden) => this.act((actions) => actions.showAll(firstHidden)),
  };

  forget(id: string): void {
    this.#changes.forget(id);
  }

  skipNews(): void {
    this.#isNews = false;
  }

  render(container: HTMLElement, isReady: boolean): void {
    if (isReady && this.#isComplete) this.#rendered = this.#render();
    render((isReady && this.#rendered) || nothing, container);
    const { lang = '', dir = '' } = this.#language;
    const root = container.parentElement;
    for (const [name, value] of Object.entries({ lang, dir })) {
      if (!value) root?.removeAttribute(name);
      else if (root?.getAttribute(name) !== value) root?.setAttribute(name, value);
    }
  }

  #render(): Renderable {
    const { active } = this;
    const { store, host } = this.deps;
    const shown = store.state.isAllShown ? active : active.slice(0, this.#max);
    const env = this.#env;
    this.#containers.render(
      new Map(shown.map((notice) => [notice.id, renderNotice(notice, env, this.#actions)])),
    );
    const next = active[shown.length];
    const showAll =
      next &&
      this.#interruption.value?.renderShowAll(active.length, () => this.#actions.showAll(next.id));
    return shown.length ? renderBanner(this.#containers.element, host.moreHref, showAll) : nothing;
  }

  get #env(): RenderEnv {
    const { host, store } = this.deps;
    const { staleSince, dismissed } = store.state;
    const lang = this.#language.code;
    const zone = this.#zone;
    const headingLevel = parseHeadingLevel(host, host.headingLevel);
    // Read each time: a person who travels takes the page along.
    const { timeZone: ownZone } = Intl.DateTimeFormat().resolvedOptions();
    return {
      lang,
      zone,
      ownZone,
      headingLevel,
      collapsed: collapsedClosures(this.due, dismissed, this.#now),
      stale: staleSince ? renderStale(staleSince, this.deps.now(), lang, zone) : undefined,
      body: (text) => this.#bodies.render(text, headingLevel + 1),
      line: (text) => this.#bodies.line(text),
      interruption: this.#interruption.value,
    };
  }

  /** Everything is there to show the notices as they are now. */
  get #isComplete(): boolean {
    const { active } = this;
    const isAhead = active.every(({ phase }) => phase === 'planned' || phase === 'soon');
    return Boolean(this.#interruption.value) || (isAhead && active.length <= this.#max);
  }

  /** Never rejects: what is on show stays, and the next change tries again. */
  #loadInterruption(): Promise<unknown> {
    return (this.#loadingInterruption ??= this.#interruption.load().catch((error: unknown) => {
      console.error('[lucka] <lucka-maintenance-banner>', error);
      this.#loadingInterruption = undefined;
    }));
  }

  #parse(): ParsedNotices {
    const given = givenNotices(this.deps.store.state, this.deps.host.notices) ?? [];
    if (given !== this.#given) this.#parsed = parseNotices(given);
    this.#given = given;
    return this.#parsed;
  }

  /** Milliseconds since 1970. */
  get #now(): number {
    return this.deps.now().getTime();
  }

  get #max(): number {
    const { host } = this.deps;
    return parseInteger(host, 'max', host.max, { min: 1, max: 100, fallback: 3 });
  }

  get #leadDays(): number {
    const { host } = this.deps;
    return parseInteger(host, 'lead-days', host.leadDays, { min: 0, max: 365, fallback: 14 });
  }

  get #zone(): string {
    const { host } = this.deps;
    const { timeZone } = host;
    if (isTimeZone(timeZone)) return timeZone;
    warnOnce(host, 'time-zone', `"${timeZone}" is not known; "${SWEDEN}" is used.`);
    return SWEDEN;
  }

  /** Waits for the next change. After sleep it is corrected when the page is seen again, or within a minute. */
  #setTimer(): void {
    const { host } = this.deps;
    clearTimeout(this.#timer);
    const now = this.#now;
    const wait = nextChangeOf(this.#parse().notices, now, this.#leadDays) - now;
    if (!host.isConnected || !Number.isFinite(wait)) return;
    this.#timer = setTimeout(this.#onTime, Math.min(Math.max(wait, MIN_WAIT), MAX_WAIT_MS));
  }

  readonly #onTime = (): void => this.deps.host.requestUpdate();

  readonly #onVisible = (): void => {
    if (!document.hidden) this.deps.host.requestUpdate();
  };
}
