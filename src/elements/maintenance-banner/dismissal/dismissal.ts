import type { ReactiveController } from 'lit';
import type { ActiveNotice } from './active.js';
import type { Board } from './board.js';
import type { Changes } from './changes.js';
import { LuckaNoticeDismissEvent } from './later-events.js';
import type { LuckaMaintenanceBanner } from './maintenance-banner.js';
import { focusAfter } from './next-focus.js';
import type { NoticeList } from './notice-list.js';
import type { BannerActions } from './view.js';

/** What people and pages do with the notices, and where the focus is meanwhile. */
export class Acts implements ReactiveController, BannerActions {
  isAllShown = false;
  #focusNext = '';
  /** What had the focus before the notices were drawn anew, and the notice that it belongs to. */
  #hadFocus: HTMLElement | null = null;
  #focusedIn: string | undefined;

  constructor(
    private readonly host: LuckaMaintenanceBanner,
    private readonly board: Board,
    private readonly list: NoticeList,
    private readonly changes: Changes,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.#hadFocus = this.#focused;
    const place = this.#hadFocus?.closest<HTMLElement>('[data-id]');
    this.#focusedIn = place?.dataset['id'];
  }

  /** A button goes with its phase: whoever was on it stays at the notice. */
  hostUpdated(): void {
    const next = this.#focusNext;
    this.#focusNext = '';
    if (next) return this.#find(next)?.focus();
    if (this.#focusedIn === undefined || this.#focused) return;
    const isThere = this.#hadFocus?.isConnected;
    (isThere ? this.#hadFocus : this.#find(headingOf(this.#focusedIn)))?.focus();
  }

  dismiss(id: string): void {
    const notice = this.list.active.find((each) => each.id === id);
    const isWithin = this.#find(placeOf(id))?.contains(this.#focused) ?? false;
    if (notice) this.hide(notice, isWithin);
  }

  /** Forgets what was hidden of these notices; other banners have others. */
  restore(): void {
    const own = this.list.notices.map(({ id }) => `${id} `);
    this.list.keep(this.list.hidden.filter((key) => !own.some((id) => key.startsWith(id))));
    this.changes.isNews = false;
    this.host.requestUpdate();
  }

  async downloadCalendar(id: string): Promise<void> {
    const notice = this.list.due.find((each) => each.id === id);
    if (!notice) return;
    try {
      const { saveToCalendar } = await import('./calendar.js');
      saveToCalendar(notice, this.board.means.language(), this.host.src);
    } catch {
      this.board.sayFailure();
    }
  }

  hide(notice: ActiveNotice, movesFocus = true): void {
    if (!this.list.canHide(notice) || this.list.isCollapsed(notice)) return;
    const event = new LuckaNoticeDismissEvent(notice.id);
    if (!this.host.dispatchEvent(event)) return;
    const ids = this.list.active.map(({ id }) => id);
    this.list.keep([...this.list.hidden, this.list.keyOf(notice)]);
    this.host.requestUpdate();
    if (notice.phase === 'closure') return;
    this.changes.forget(notice.id);
    if (movesFocus) void this.#moveFocus(ids[ids.indexOf(notice.id) + 1]);
  }

  show(notice: ActiveNotice): void {
    const key = this.list.keyOf(notice);
    this.list.keep(this.list.hidden.filter((each) => each !== key));
    this.host.requestUpdate();
  }

  saveToCalendar({ id }: ActiveNotice): Promise<void> {
    return this.downloadCalendar(id);
  }

  /** @param next the first notice that is not on show yet */
  showAll({ id }: ActiveNotice): void {
    this.isAllShown = true;
    this.#focusNext = headingOf(id);
    this.host.requestUpdate();
  }

  /** What had the focus goes: to the next notice, or to what follows the banner. */
  async #moveFocus(next: string | undefined): Promise<void> {
    if (next) this.#focusNext = headingOf(next);
    await this.host.updateComplete;
    if (!next) focusAfter(this.host);
  }

  get #focused(): HTMLElement | null {
    return (this.host.shadowRoot?.activeElement ?? null) as HTMLElement | null;
  }

  #find(selector: string): HTMLElement | null {
    return this.host.renderRoot.querySelector(selector);
  }
}

const placeOf = (id: string): string => `[data-id="${CSS.escape(id)}"]`;
const headingOf = (id: string): string => `${placeOf(id)} [part~="heading"]`;
