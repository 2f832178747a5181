import { SWEDEN } from '../../i18n/default-zone.js';
import type { FeedFormat, NoticeService } from '../../services/notices.js';
import { warnOnce } from '../../shared/attributes.js';
import { Store } from '../../shared/store.js';
import type {
  LuckaNoticeDismissEvent,
  LuckaNoticeErrorEvent,
  LuckaNoticeInvalidEvent,
  LuckaNoticePhaseEvent,
  LuckaNoticeShowEvent,
} from './events.js';
import { createFeed } from './feed/feed.js';
import { Frame } from './frame.js';
import type { Notices } from './notices/notices.js';
import { property, ReactiveHost } from './reactive-host.js';
import type { BannerSettings } from './settings.js';
import {
  givenNotices,
  initialState,
  isOver,
  type ActiveNotice,
  type BannerState,
  type Phase,
} from './state.js';

/**
 * Tells visitors about planned interruptions, disturbances and closures, before and while they last. It reads a feed, or
 * what the page gives; phases change by themselves, to the second.
 *
 * @element lucka-maintenance-banner
 * @attr {string} src - Address of the feed: `GET /notices` of the contract (lucka/openapi.yaml), or a file like it.
 * @attr {'auto' | 'lucka' | 'statuspage' | 'cstate'} format - What the feed looks like; told by itself by default.
 * @attr {string} affected-service - Shows only what affects this service, or one of several separated by spaces.
 * @attr {string} time-zone - The clock that counts; `Europe/Stockholm` by default.
 * @attr {number} poll - Seconds between two questions, at least 60; 0 asks once; 300 by default.
 * @attr {number} lead-days - How many Swedish calendar days before its start an interruption is shown; 14 by default. Closures are shown once published.
 * @attr {number} max - How many notices are shown before "show all"; 3 by default.
 * @attr {'local' | 'none'} storage - Where hidden notices and the last known ones are remembered: on the device (default) or only while the page is open.
 * @attr {string} more-href - The agency's page about changes.
 * @attr {number} heading-level - Level of the notices' headings, 1 to 6; 2 by default.
 * @slot - A notice rendered by the server, or a link: shown before the first answer and while there never was one.
 * @slot more - Below the notices.
 * @fires {LuckaNoticeShowEvent} lucka-notice-show - A notice has come on show.
 * @fires {LuckaNoticePhaseEvent} lucka-notice-phase - A notice on show went to another phase.
 * @fires {LuckaNoticeDismissEvent} lucka-notice-dismiss - Before a notice is hidden; cancelable.
 * @fires {LuckaNoticeErrorEvent} lucka-notice-error - The notices could not be read.
 * @fires {LuckaNoticeInvalidEvent} lucka-notice-invalid - A notice breaks a rule.
 * @csspart banner - All notices.
 * @csspart notice - One notice.
 * @csspart heading - Its heading.
 * @csspart time - When it applies.
 * @csspart body - Its text.
 * @csspart affected - Which services it touches.
 * @csspart what-to-do - What a person can do.
 * @csspart actions - Its buttons.
 * @csspart dismiss - The button that hides it, or folds a closure.
 * @csspart calendar - The button that saves it to a calendar.
 * @csspart stale - That nothing newer is known, and since when.
 * @csspart more - The way to all notices and to the page about changes.
 * @csspart status - What is said to those who cannot see a change.
 * @cssprop [--lucka-banner-accent] - Colour of the edge of notices that are not under way.
 * @cssstate planned - It is planned; so for each phase: `soon`, `in-progress`, `overrunning`, `verifying`, `done`, `closure`, `closed`.
 */
export class LuckaMaintenanceBanner extends ReactiveHost implements BannerSettings {
  /**
   * Address of the feed: `GET /notices` of the contract (lucka/openapi.yaml), a file in the same format, or a feed of `format`. ''
   * (default): only the JSON inside the tag, if there is some. A feed that cannot be loaded dispatches `lucka-notice-error`.
   */
  @property() src = '';
  /** The format of the feed: `lucka`, `statuspage` or `cstate`; `auto` (default) detects it from the response. */
  @property() format: FeedFormat = 'auto';
  /** Shows only notices that affect this service, or one of several separated by spaces; '' (default): all notices. */
  @property({ attribute: 'affected-service' }) affectedService = '';
  /** The IANA name of the time zone of the times shown; `Europe/Stockholm` by default, also for a name that does not exist. */
  @property({ attribute: 'time-zone' }) timeZone = SWEDEN;
  /** Seconds between two requests of the feed, 60 to 86400; 0 requests it once; 300 by default. */
  @property({ type: Number }) poll = 300;
  /**
   * How many days of the Swedish calendar before its start an interruption is shown, 0 to 365; 14 by default. Closures are shown as soon
   * as they are published.
   */
  @property({ type: Number, attribute: 'lead-days' }) leadDays = 14;
  /** How many notices are shown before "Show all", 1 to 100; 3 by default. */
  @property({ type: Number }) max = 3;
  /** Where dismissals and the last response are stored: `local` (default) on the device, `none` only while the page is open. */
  @property() storage: 'local' | 'none' = 'local';
  /** Address of the agency's page about interruptions and changes; '' (default): there is no link to it. */
  @property({ attribute: 'more-href' }) moreHref = '';
  /** Level of the notices' headings, 1 to 6; 2 by default, also for any other number. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /**
   * The page's own notices, as in the contract: nothing is requested. They have precedence over `service` and `src`; undefined by default.
   * One that breaks a rule is reported by `lucka-notice-invalid`.
   */
  @property({ attribute: false }) notices: readonly unknown[] | undefined;
  /** Replaces the clock, for tests; undefined (default): the visitor's clock, corrected by the server's. */
  @property({ attribute: false }) now: (() => Date) | undefined;

  /** @internal */
  readonly internals = this.attachInternals();
  readonly #store = new Store<BannerState>(this, initialState);
  readonly #frame = new Frame();
  readonly #feed = createFeed({ host: this, store: this.#store });
  /** What shows the notices, once it is loaded. */
  #notices: Notices | undefined;
  #importing: Promise<void> | undefined;
  #service: NoticeService | undefined;
  #loading: Promise<unknown> | undefined;

  /** The page's own service, in place of `src`; undefined by default. Its promise rejects with a `ServiceError`. */
  @property({ attribute: false })
  get service(): NoticeService | undefined {
    return this.#service;
  }
  // Until 1.0: the name of the filter before it was called `affected-service`.
  set service(service: NoticeService | string | undefined) {
    if (typeof service !== 'string') {
      this.#service = service ?? undefined;
      return;
    }
    if (service) warnOnce(this, 'service', 'is now `affected-service`.');
    if (!this.hasAttribute('affected-service')) this.affectedService = service;
  }

  /**
   * The name of `service` until 1.0.
   *
   * @deprecated use `service`
   */
  get source(): NoticeService | undefined {
    return this.service;
  }
  set source(service: NoticeService | undefined) {
    warnOnce(this, 'source', 'is now `service`.');
    this.service = service;
  }

  /** @internal */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'service'];
  }

  /** The notices shown, the most urgent first, each with its `phase`; empty while none is. Read-only. */
  @property({ attribute: false })
  get activeNotices(): readonly ActiveNotice[] {
    return this.#notices?.active ?? [];
  }
  set activeNotices(_value: readonly ActiveNotice[]) {
    warnOnce(this, 'activeNotices', 'is read-only.');
  }

  /** The phase of the most urgent notice shown; '' when none is. Read-only. */
  @property({ attribute: false })
  get phase(): Phase | '' {
    return this.activeNotices[0]?.phase ?? '';
  }
  set phase(_value: Phase | '') {
    warnOnce(this, 'phase', 'is read-only.');
  }

  constructor() {
    super();
    this.addController(this.#feed);
  }

  protected override createRenderRoot(): ShadowRoot {
    const { shadowRoot } = this;
    return this.#frame.attach(shadowRoot ?? this.attachShadow({ mode: 'open' }), () =>
      this.requestUpdate(),
    );
  }

  override attributeChangedCallback(
    name: string,
    before: string | null,
    value: string | null,
  ): void {
    super.attributeChangedCallback(name, before, value);
    if (name === 'service') this.service = value ?? '';
  }

  /** What is given without a request is part of the element from the start. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#loading;
    await this.#notices?.prepare();
    return super.getUpdateComplete();
  }

  protected override update(): void {
    const isReady = this.#isReady;
    // After the first answer nothing more is on its way, even if nothing is known.
    const isOver = this.#store.state.hasLoaded && !this.#given;
    this.#frame.update(!isReady, !isReady && !isOver);
    this.#notices?.render(this.#frame.view, isReady);
  }

  protected override updated(): void {
    this.#loading = this.#load();
  }

  /** Requests the notices again. Resolves when the response is shown, or when the request has failed (`lucka-notice-error`). */
  async refresh(): Promise<void> {
    await this.updateComplete;
    await this.#feed.refresh();
    await this.updateComplete;
  }

  /**
   * Hides a notice, or collapses a closure. Does nothing if the notice is in progress or not shown, or the page cancels
   * `lucka-notice-dismiss`.
   *
   * @param id the notice's `id`
   */
  dismiss(id: string): void {
    void this.#notices?.act((actions) => actions.dismiss(id, false));
  }

  /** Shows again the notices that were hidden. */
  restore(): void {
    void this.#notices?.act((actions) => actions.restore());
  }

  /**
   * Offers a calendar file (RFC 5545) of a notice. Does nothing if the notice is not due or has no date.
   *
   * @param id the notice's `id`
   */
  async downloadCalendar(id: string): Promise<void> {
    await this.#notices?.act((actions) => actions.saveToCalendar(id));
  }

  get #given(): readonly unknown[] | undefined {
    return givenNotices(this.#store.state, this.notices);
  }

  get #now(): Date {
    return this.now?.() ?? this.#feed.now;
  }

  /** May anything be shown now or later? Then what shows it is loaded, with Lit. */
  get #hasNotices(): boolean {
    const given = this.#given ?? [];
    const now = this.#now.getTime();
    return this.notices ? given.length > 0 : given.some((notice) => !isOver(notice, now));
  }

  /** There are notices, or it is known that there are none, with the words and the features to show them. */
  get #isReady(): boolean {
    return Boolean(this.#given && (!this.#hasNotices || this.#notices?.isReady));
  }

  async #import(): Promise<void> {
    const { createNotices } = await import('./notices/notices.js');
    const now = () => this.#now;
    this.#notices = await createNotices({ host: this, store: this.#store, now });
    this.requestUpdate();
  }

  /** Loads what shows the notices once there are any, and what these notices need. */
  async #load(): Promise<void> {
    try {
      if (this.#hasNotices) await (this.#importing ??= this.#import());
      await this.#notices?.prepare();
    } catch (error) {
      // What the page put inside the tag stays; the next change tries again.
      if (!this.#notices) this.#importing = undefined;
      console.error('[lucka] <lucka-maintenance-banner>', error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lucka-maintenance-banner': LuckaMaintenanceBanner;
  }
  interface HTMLElementEventMap {
    'lucka-notice-show': LuckaNoticeShowEvent;
    'lucka-notice-phase': LuckaNoticePhaseEvent;
    'lucka-notice-dismiss': LuckaNoticeDismissEvent;
    'lucka-notice-error': LuckaNoticeErrorEvent;
    'lucka-notice-invalid': LuckaNoticeInvalidEvent;
  }
}
