import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { translations } from '../../i18n/generated/translations/maintenance-banner.js';
import { PageLanguage } from '../../i18n/page-language.js';
import { SWEDEN } from '../../i18n/sweden.js';
import { HostContext } from '../../shared/element-context.js';
import { warnOnce } from '../../shared/attributes.js';
import type { FeedFormat, NoticeService } from '../../services/notices.js';
import { base } from '../../styles/base.js';
import { tokens } from '../../styles/generated/tokens.js';
import type { ActiveNotice } from './active.js';
import type { Board } from './board.js';
import type { LuckaNoticeErrorEvent } from './error-event.js';
import type { LuckaNoticePhaseEvent, LuckaNoticeShowEvent } from './events.js';
import type { LuckaNoticeDismissEvent, LuckaNoticeInvalidEvent } from './later-events.js';
import type { NoticeSource } from './notice-source.js';
import type { Phase } from './schedule.js';

/**
 * Tells visitors about planned interruptions, disturbances and closures, before and while they last. It reads a feed, or
 * what the page gives; phases change by themselves, to the second.
 *
 * @element lucka-maintenance-banner
 * @attr {string} src - Address of the feed: `GET /notices` of the contract (lucka/openapi.yaml), or a file like it.
 * @attr {'auto' | 'lucka' | 'statuspage' | 'cstate'} format - What the feed looks like; told by itself by default.
 * @attr {string} service - Shows only what touches this service, or one of several separated by spaces.
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
export class LuckaMaintenanceBanner extends LitElement {
  static override styles = [tokens, base];

  @property() src = '';
  @property() format: FeedFormat = 'auto';
  @property() service = '';
  @property({ attribute: 'time-zone' }) timeZone = SWEDEN;
  @property({ type: Number }) poll = 300;
  @property({ type: Number, attribute: 'lead-days' }) leadDays = 14;
  @property({ type: Number }) max = 3;
  @property() storage: 'local' | 'none' = 'local';
  @property({ attribute: 'more-href' }) moreHref = '';
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** The page's own notices: nothing is asked for. Goes before `source` and `src`. */
  @property({ attribute: false }) notices: readonly unknown[] | undefined;
  /** The page's own service, in place of `src`. */
  @property({ attribute: false }) source: NoticeService | undefined;
  /** A clock in place of the visitor's, which the server's corrects: for tests. */
  @property({ attribute: false }) now: (() => Date) | undefined;

  readonly internals = this.attachInternals();
  readonly #language = new PageLanguage(this, translations);
  readonly #context = new HostContext(this);
  #source: NoticeSource | undefined;
  #board: Board | undefined;
  #loading: Promise<unknown> | undefined;

  /** The notices on show, the most urgent first, each with its `phase`. Read-only. */
  @property({ attribute: false })
  get activeNotices(): readonly ActiveNotice[] {
    return this.#board?.active ?? [];
  }
  set activeNotices(_value: readonly ActiveNotice[]) {
    warnOnce(this, 'activeNotices', 'is read-only.');
  }

  /** The phase of the most urgent notice on show; '' when none is. Read-only. */
  @property({ attribute: false })
  get phase(): Phase | '' {
    return this.activeNotices[0]?.phase ?? '';
  }
  set phase(_value: Phase | '') {
    warnOnce(this, 'phase', 'is read-only.');
  }

  protected override willUpdate(): void {
    this.#loading = this.#board ? this.#board.prepare() : this.#load();
  }

  /** What is given without a request is part of the element from the start. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#loading;
    await this.#board?.prepare();
    return super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    const { lang = nothing, dir = nothing } = this.#language;
    // Settled with nothing known: nothing more is on its way.
    const isOver = this.#source?.isSettled && !this.#source.given;
    const isBusy = this.#isGiven && !this.#isReady && !isOver;
    return html`<div class="root" lang=${lang} dir=${dir} aria-busy=${isBusy ? 'true' : nothing}>
      ${this.#isReady ? this.#board?.render() : html`<slot @slotchange=${() => this.requestUpdate()}></slot>`}
      ${this.#context.renderRegions()}
    </div>`;
  }

  /** Asks for the notices again. Resolves when the answer is on show. */
  async refresh(): Promise<void> {
    await this.updateComplete;
    await this.#source?.ask();
    await this.updateComplete;
  }

  /** Hides a notice, or folds a closure. What is under way stays. */
  dismiss(id: string): void {
    void this.#board?.act((acts) => acts.dismiss(id));
  }

  /** Shows again what was hidden. */
  restore(): void {
    void this.#board?.act((acts) => acts.restore());
  }

  /** Offers a calendar file of a notice that has a date. */
  async downloadCalendar(id: string): Promise<void> {
    await this.#board?.act((acts) => acts.downloadCalendar(id));
  }

  /** Are there notices, or is it known that there are none, with the words and the parts to show them? */
  get #isReady(): boolean {
    const given = this.#source?.given;
    return Boolean(given && (!given.length || this.#board?.isReady) && this.#language.ready);
  }

  /** Did the page say where the notices are? */
  get #isGiven(): boolean {
    return Boolean(this.src || this.source || this.notices || this.#child);
  }

  get #child(): Element | null {
    return this.querySelector(':scope > script[type="application/json"]');
  }

  /** Reads the notices once there is a place to read them from, and draws them once there are any. */
  #load(): Promise<unknown> | undefined {
    if (!this.#isGiven) return undefined;
    // What is given without a request is drawn at once, so its parts come together.
    if (this.notices || this.#child) void loadBoard().catch(() => undefined);
    const load = async () => {
      const { NoticeSource } = await import('./notice-source.js');
      this.#source ??= new NoticeSource(this);
      if (!this.#source.given?.length) return;
      const { Board } = await loadBoard();
      this.#board ??= new Board(this, {
        source: this.#source,
        context: this.#context,
        language: () => this.#language.code,
        isReady: () => this.#isReady,
      });
      await this.#board.prepare();
    };
    return load().catch((error: unknown) => {
      // What the page put inside the tag stays; the next time something changes it is tried again.
      console.error(`[lucka] <${this.localName}> could not load a part of itself.`, error);
    });
  }
}

const loadBoard = (): Promise<typeof import('./board.js')> => import('./board.js');

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
