import { msg } from '@lit/localize';
import { nothing, render, type ReactiveController } from 'lit';
import type { Drawn } from '../../content/render.js';
import { SWEDEN } from '../../i18n/sweden.js';
import { addStyles } from '../../parts/add-styles.js';
import type { Announcer } from '../../parts/announcer.js';
import { headingLevelOf, warnOnce, wholeNumberOf } from '../../parts/attributes.js';
import { button } from '../../styles/button.js';
import { details } from '../../styles/details.js';
import type { ActiveNotice } from './active.js';
import { renderBanner } from './banner-view.js';
import { Bodies } from './bodies.js';
import { Changes } from './changes.js';
import { CustomState } from './custom-state.js';
import { LuckaNoticeDismissEvent } from './events.js';
import type { LuckaMaintenanceBanner } from './maintenance-banner.js';
import { styles } from './maintenance-banner.styles.js';
import { NoticeList } from './notice-list.js';
import type { NoticeSource } from './notice-source.js';
import { renderNotice } from './notice-view.js';
import { renderStale } from './stale-view.js';
import type { BannerActions, Later, View } from './view.js';

/** The longest wait of a timer, in milliseconds. */
const LONGEST = 2 ** 31 - 1;
/** A clock that stands still, as in a test, is not asked more often. */
const SHORTEST = 50;

/** What the board needs of its element besides what is public. */
export interface Means {
  readonly source: NoticeSource;
  readonly announcer: Announcer;
  /** Language of the words on show. */
  readonly language: () => string;
  /** Are these words there? */
  readonly isReady: () => boolean;
}

/** The notices on show and all that becomes of them. Loaded when there are any: most days there are none. */
export class Board implements ReactiveController {
  /** Is what is said seen, and not only heard? */
  isSaidAloud = false;
  readonly #list: NoticeList;
  readonly #bodies: Bodies;
  readonly #changes: Changes;
  readonly #state: CustomState;
  #later: Later | undefined;
  #loadingLater: Promise<void> | undefined;
  /** Undefined before the first drawing. */
  #drawn: Drawn | undefined;
  /** Where each notice is drawn: it keeps what is unfolded when the order changes. */
  #places: ReadonlyMap<string, HTMLElement> = new Map();
  #isAllShown = false;
  #focusNext = '';
  /** The notice that had the focus before it was drawn anew. */
  #focusedIn: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: LuckaMaintenanceBanner,
    private readonly means: Means,
  ) {
    addStyles(host.renderRoot as ShadowRoot, [button, details, styles]);
    this.#list = new NoticeList(host, means.source);
    this.#bodies = new Bodies(host);
    this.#changes = new Changes(host, means, this.#list);
    this.#state = new CustomState(host.internals);
    // Whoever is among the notices may act, and what follows must be there then.
    host.renderRoot.addEventListener('focusin', () => void this.#loadLater(), { once: true });
    host.addController(this);
  }

  get active(): readonly ActiveNotice[] {
    return this.#list.active;
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisible);
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisible);
    clearTimeout(this.#timer);
  }

  hostUpdate(): void {
    const place = this.host.shadowRoot?.activeElement?.closest<HTMLElement>('[data-id]');
    this.#focusedIn = place?.dataset['id'];
  }

  hostUpdated(): void {
    this.#wait();
    if (!this.means.isReady() || !this.#isComplete) return;
    this.#keepFocus();
    const { active } = this;
    this.#state.set(active[0]?.phase ?? '');
    const news = this.#changes.tell(active);
    if (!news.length) return;
    this.#withLater(({ tell }) => {
      this.isSaidAloud = false;
      tell(news, this.means.announcer, { lang: this.means.language(), told: this.#changes.told });
    });
  }

  /** Is everything there to draw the notices, if only as they were? */
  get isReady(): boolean {
    return this.#drawn !== undefined || this.#isComplete;
  }

  /** Loads what the notices need besides, if they do. */
  prepare(): Promise<void> | undefined {
    const isPlain = this.#isComplete && this.active.every(({ phase }) => phase === 'planned');
    return isPlain ? this.#loadingLater : this.#loadLater();
  }

  /** Is everything there to draw the notices as they are now? */
  get #isComplete(): boolean {
    const { active } = this;
    const isAhead = active.every(({ phase }) => phase === 'planned' || phase === 'soon');
    return Boolean(this.#later) || (isAhead && active.length <= this.#most);
  }

  #withLater(act: (later: Later) => void): void {
    if (this.#later) act(this.#later);
    else void this.#loadLater().then(() => this.#later && act(this.#later));
  }

  /** Never rejects: what is on show stays, and the next time something changes it is tried again. */
  #loadLater(): Promise<void> {
    return (this.#loadingLater ??= import('./later.js').then(
      (later) => {
        addStyles(this.host.renderRoot as ShadowRoot, later.styles);
        this.#later = later;
        this.host.requestUpdate();
      },
      (error: unknown) => {
        console.error(`[lucka] <${this.host.localName}> could not load a part of itself.`, error);
        this.#loadingLater = undefined;
      },
    ));
  }

  render(): Drawn {
    if (this.#isComplete) this.#drawn = this.#draw();
    return this.#drawn ?? nothing;
  }

  #draw(): Drawn {
    const { active } = this;
    const shown = this.#isAllShown ? active : active.slice(0, this.#most);
    const view = this.#view;
    const places = new Map<string, HTMLElement>();
    for (const notice of shown) {
      const place = this.#places.get(notice.id) ?? document.createElement('div');
      render(renderNotice(notice, view), place);
      places.set(notice.id, place);
    }
    this.#places = places;
    const next = active[shown.length];
    const rest = next && this.#later?.renderShowAll(active.length, () => this.#showAll(next));
    return shown.length ? renderBanner([...places.values()], this.host.moreHref, rest) : nothing;
  }

  get #most(): number {
    const bounds = { least: 1, most: 100, otherwise: 3 };
    return wholeNumberOf(this.host, 'max', this.host.max, bounds);
  }

  dismiss(id: string): void {
    const notice = this.active.find((each) => each.id === id);
    const focused = this.host.shadowRoot?.activeElement ?? null;
    if (notice) this.#hide(notice, Boolean(this.#find(placeOf(id))?.contains(focused)));
  }

  restore(): void {
    this.#list.restore();
    this.#changes.isNews = false;
    this.host.requestUpdate();
  }

  async downloadCalendar(id: string): Promise<void> {
    const notice = this.#list.due.find((each) => each.id === id);
    if (!notice) return;
    try {
      const { saveToCalendar } = await import('./calendar.js');
      saveToCalendar(notice, this.means.language(), this.host.src);
    } catch {
      this.isSaidAloud = true;
      const text = msg('The calendar file could not be made. Check your connection.');
      this.means.announcer.say(text);
    }
  }

  get #view(): View {
    const lang = this.means.language();
    const { staleSince } = this.means.source;
    const headingLevel = headingLevelOf(this.host, this.host.headingLevel);
    const zone = this.#zone;
    const { timeZone: ownZone } = Intl.DateTimeFormat().resolvedOptions();
    return {
      ...{ lang, zone, ownZone, headingLevel },
      isCollapsed: this.#list.isCollapsed,
      canHide: this.#list.canHide,
      stale: staleSince ? renderStale(staleSince, new Date(this.#list.now), lang, zone) : undefined,
      body: (text) => this.#bodies.render(text, headingLevel + 1),
      later: this.#later,
      actions: this.#actions,
    };
  }

  readonly #actions: BannerActions = {
    hide: (notice) => this.#hide(notice, true),
    show: (notice) => {
      this.#list.unfold(notice);
      this.host.requestUpdate();
    },
    saveToCalendar: ({ id }) => void this.downloadCalendar(id),
  };

  get #zone(): string {
    const { timeZone } = this.host;
    try {
      Intl.DateTimeFormat('en', { timeZone });
      return timeZone || SWEDEN;
    } catch {
      warnOnce(this.host, 'time-zone', `"${timeZone}" is not known; "${SWEDEN}" is used.`);
      return SWEDEN;
    }
  }

  #hide(notice: ActiveNotice, movesFocus: boolean): void {
    if (!this.#list.canHide(notice) || this.#list.isCollapsed(notice)) return;
    const event = new LuckaNoticeDismissEvent(notice.id);
    if (!this.host.dispatchEvent(event)) return;
    const ids = this.active.map(({ id }) => id);
    this.#list.hide(notice);
    this.host.requestUpdate();
    if (notice.phase === 'closure') return;
    this.#changes.forget(notice.id);
    if (movesFocus) void this.#moveFocus(ids[ids.indexOf(notice.id) + 1]);
  }

  /** What had the focus goes: to the next notice, or to what follows the banner. */
  async #moveFocus(next: string | undefined): Promise<void> {
    if (next) this.#focusNext = headingOf(next);
    await this.host.updateComplete;
    if (!next) this.#withLater(({ focusAfter }) => focusAfter(this.host));
  }

  #showAll({ id }: ActiveNotice): void {
    this.#isAllShown = true;
    this.#focusNext = headingOf(id);
    this.host.requestUpdate();
  }

  /** Until the next change. A timer that the computer slept through is put right when the page is seen again. */
  #wait(): void {
    clearTimeout(this.#timer);
    const wait = this.#list.nextChange - this.#list.now;
    if (!this.host.isConnected || !Number.isFinite(wait)) return;
    this.#timer = setTimeout(this.#onTime, Math.min(Math.max(wait, SHORTEST), LONGEST));
  }

  readonly #onTime = (): void => this.host.requestUpdate();

  readonly #onVisible = (): void => {
    if (!document.hidden) this.host.requestUpdate();
  };

  /** A button goes with its phase: whoever was on it stays at the notice. */
  #keepFocus(): void {
    const isLost = this.#focusedIn !== undefined && !this.host.shadowRoot?.activeElement;
    const next = this.#focusNext || (isLost && headingOf(this.#focusedIn ?? ''));
    if (next) this.#find(next)?.focus();
    this.#focusNext = '';
  }

  #find(selector: string): HTMLElement | null {
    return this.host.renderRoot.querySelector(selector);
  }
}

const placeOf = (id: string): string => `[data-id="${CSS.escape(id)}"]`;
const headingOf = (id: string): string => `${placeOf(id)} [part~="heading"]`;
