import { msg } from '@lit/localize';
import { nothing, render, type ReactiveController } from 'lit';
import { followLink } from '../../content/follow-link.js';
import type { Renderable } from '../../content/render.js';
import { dateFormat } from '../../i18n/date-format.js';
import { SWEDEN } from '../../i18n/sweden.js';
import { adoptStyles } from '../../shared/adopt-styles.js';
import type { ElementContext } from '../../shared/element-context.js';
import { parseHeadingLevel, warnOnce, parseInteger } from '../../shared/attributes.js';
import { button } from '../../styles/button.js';
import { details } from '../../styles/details.js';
import type { ActiveNotice, Invalid } from './active.js';
import type { Acts } from './acts.js';
import { renderBanner } from './banner-view.js';
import { Bodies } from './bodies.js';
import { Changes } from './changes.js';
import { CustomState } from './custom-state.js';
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
  readonly context: ElementContext;
  /** Language of the words on show. */
  readonly language: () => string;
  /** Are these words there? */
  readonly isReady: () => boolean;
}

/** The notices on show and all that becomes of them. Loaded when there are any: most days there are none. */
export class Board implements ReactiveController {
  readonly #list: NoticeList;
  readonly #bodies: Bodies;
  readonly #changes: Changes;
  readonly #state: CustomState;
  #invalid: readonly Invalid[] = [];
  #later: Later | undefined;
  #acts: Acts | undefined;
  #loadingLater: Promise<Later | undefined> | undefined;
  /** Undefined before the first drawing. */
  #drawn: Renderable | undefined;
  readonly #box = document.createElement('div');
  /** Where each notice is drawn in the box: it keeps what is unfolded when the order changes. */
  #places: ReadonlyMap<string, Element> = new Map();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: LuckaMaintenanceBanner,
    readonly means: Means,
  ) {
    adoptStyles(host.renderRoot as ShadowRoot, [button, details, styles]);
    this.#box.className = 'stack-sm';
    this.#list = new NoticeList(host, means.source);
    this.#bodies = new Bodies(host, () => host.src);
    this.#changes = new Changes(host, means, this.#list);
    this.#state = new CustomState(host.internals);
    // Whoever is among the notices may act.
    host.renderRoot.addEventListener('click', followLink);
    for (const sign of ['focusin', 'pointerover'])
      host.renderRoot.addEventListener(sign, () => void this.#loadLater(), { once: true });
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

  hostUpdated(): void {
    this.#wait();
    if (!this.means.isReady() || !this.#isComplete) return;
    const { active } = this;
    this.#state.set(active[0]?.phase ?? '');
    this.#tellInvalid();
    const news = this.#changes.tell(active);
    if (!news.length) return;
    void this.#loadLater().then((later) => {
      later?.tell(news, this.means.context, {
        lang: this.means.language(),
        told: this.#changes.told,
      });
    });
  }

  #tellInvalid(): void {
    const before = this.#invalid;
    const { invalid } = this.#list;
    if (invalid === before) return;
    this.#invalid = invalid;
    if (invalid.length)
      void this.#loadLater().then((later) => later?.tellInvalid(this.host, invalid, before));
  }

  /** Is everything there to draw the notices, if only as they were? */
  get isReady(): boolean {
    return this.#drawn !== undefined || this.#isComplete;
  }

  /** Loads what the notices need besides, if they do. */
  prepare(): Promise<unknown> | undefined {
    const isPlain =
      this.#isComplete &&
      !this.#list.invalid.length &&
      this.active.every(({ phase }) => phase === 'planned');
    return isPlain ? this.#loadingLater : this.#loadLater();
  }

  /** Is everything there to draw the notices as they are now? */
  get #isComplete(): boolean {
    const { active } = this;
    const isAhead = active.every(({ phase }) => phase === 'planned' || phase === 'soon');
    return Boolean(this.#later) || (isAhead && active.length <= this.#most);
  }

  /** Never rejects: what is on show stays, and the next time something changes it is tried again. */
  #loadLater(): Promise<Later | undefined> {
    return (this.#loadingLater ??= import('./later.js').then(
      (later) => {
        adoptStyles(this.host.renderRoot as ShadowRoot, later.styles);
        this.#acts = new later.Acts(this.host, this, this.#list, this.#changes);
        this.host.requestUpdate();
        return (this.#later = later);
      },
      (error: unknown) => {
        console.error(`[lucka] <${this.host.localName}> could not load a part of itself.`, error);
        return (this.#loadingLater = undefined);
      },
    ));
  }

  /** Does what a person or the page asked for: at once, when it was loaded before. */
  async act(act: (acts: Acts) => unknown): Promise<void> {
    if (!this.#acts) await this.#loadLater();
    if (this.#acts) await act(this.#acts);
    else this.sayFailure();
  }

  sayFailure(): void {
    const text = msg('This did not work. Check your connection.');
    this.means.context.announce(text, { visible: true });
  }

  render(): Renderable {
    if (this.#isComplete) this.#drawn = this.#draw();
    return this.#drawn ?? nothing;
  }

  #draw(): Renderable {
    const { active } = this;
    const shown = this.#acts?.isAllShown ? active : active.slice(0, this.#most);
    const view = this.#view;
    const places = new Map<string, Element>();
    for (const notice of shown) {
      const place = this.#places.get(notice.id) ?? document.createElement('div');
      render(renderNotice(notice, view), place as HTMLElement);
      places.set(notice.id, place);
    }
    this.#places = places;
    this.#arrange([...places.values()]);
    const next = active[shown.length];
    const rest = next && this.#later?.renderShowAll(active.length, () => this.#acts?.showAll(next));
    return shown.length ? renderBanner(this.#box, this.host.moreHref, rest) : nothing;
  }

  /** Moves no place that stands where it should: what has the focus would lose it. */
  #arrange(places: readonly Element[]): void {
    for (const child of [...this.#box.children]) if (!places.includes(child)) child.remove();
    let next = this.#box.firstElementChild;
    for (const place of places) {
      if (place === next) next = next.nextElementSibling;
      else this.#box.insertBefore(place, next);
    }
  }

  get #most(): number {
    const bounds = { min: 1, max: 100, fallback: 3 };
    return parseInteger(this.host, 'max', this.host.max, bounds);
  }

  get #view(): View {
    const lang = this.means.language();
    const { staleSince } = this.means.source;
    const headingLevel = parseHeadingLevel(this.host, this.host.headingLevel);
    const zone = this.#zone;
    // Made anew each time: who travels takes the page along.
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
    hide: (notice) => this.act((acts) => acts.hide(notice)),
    show: (notice) => this.act((acts) => acts.show(notice)),
    saveToCalendar: (notice) => this.act((acts) => acts.saveToCalendar(notice)),
  };

  get #zone(): string {
    const { timeZone } = this.host;
    try {
      dateFormat('en', { timeZone });
      return timeZone || SWEDEN;
    } catch {
      warnOnce(this.host, 'time-zone', `"${timeZone}" is not known; "${SWEDEN}" is used.`);
      return SWEDEN;
    }
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
}
