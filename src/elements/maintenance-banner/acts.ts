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
  /** The notice that had the focus before it was drawn anew. */
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
    const place = this.#focused?.closest<HTMLElement>('[data-id]');
    this.#focusedIn = place?.dataset['id'];
  }

  /** A button goes with its phase: whoever was on it stays at the notice. */
  hostUpdated(): void {
    const isLost = this.#focusedIn !== undefined && !this.#focused;
    const next = this.#focusNext || (isLost && headingOf(this.#focusedIn ?? ''));
    if (next) this.#find(next)?.focus();
    this.#focusNext = '';
  }

  dismiss(id: string): void {
    const notice = this.list.active.find((each) => each.id === id);
    const isWithin = this.#find(placeOf(id))?.contains(this.#focused) ?? false;
    if (notice) this.hide(notice, isWithin);
  }

  restore(): void {
    this.list.restore();
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
    this.list.hide(notice);
    this.host.requestUpdate();
    if (notice.phase === 'closure') return;
    this.changes.forget(notice.id);
    if (movesFocus) void this.#moveFocus(ids[ids.indexOf(notice.id) + 1]);
  }

  show(notice: ActiveNotice): void {
    this.list.unfold(notice);
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

  get #focused(): Element | null {
    return this.host.shadowRoot?.activeElement ?? null;
  }

  #find(selector: string): HTMLElement | null {
    return this.host.renderRoot.querySelector(selector);
  }
}

const placeOf = (id: string): string => `[data-id="${CSS.escape(id)}"]`;
const headingOf = (id: string): string => `${placeOf(id)} [part~="heading"]`;
