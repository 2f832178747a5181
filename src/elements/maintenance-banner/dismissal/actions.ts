import { msg } from '@lit/localize';
import type { ElementContext } from '../../../shared/element-context.js';
import type { Store } from '../../../shared/store.js';
import { AFTER_FOCUS_MS } from '../../../shared/timers.js';
import type { BannerHost } from '../banner-host.js';
import { writeDismissals } from '../dismissals.js';
import { LuckaNoticeDismissEvent } from '../events.js';
import { setDismissed, type ActiveNotice, type BannerState } from '../state.js';
import { focusNextHeading } from './focus-next-heading.js';

export interface DismissalActions {
  /**
   * Hides a notice, or collapses a closure. What is under way stays.
   *
   * @param movesFocus also if the focus is not in the notice
   */
  dismiss(id: string, movesFocus: boolean): void;
  /** Expands a closure. */
  expand(id: string): void;
  /** Shows again what was hidden of these notices; other banners have others. */
  restore(): void;
}

/** The notices that can be hidden. */
export interface DismissibleNotices {
  /** Those on show, the most urgent first. */
  readonly active: readonly ActiveNotice[];
  /** Those that can be shown at some time. */
  readonly all: readonly { readonly id: string }[];
  canDismiss(notice: ActiveNotice): boolean;
  /** The key of its dismissal now. */
  keyOf(notice: ActiveNotice): string;
  /** A person hid it: that is no change of its phase. */
  forget(id: string): void;
  /** What is shown next is no news: the person or the page brought it back. */
  skipNews(): void;
}

export interface DismissalDeps {
  readonly host: BannerHost;
  readonly store: Store<BannerState>;
  readonly context: ElementContext;
  readonly notices: DismissibleNotices;
}

export function createActions(deps: DismissalDeps): DismissalActions {
  const { host, store, context, notices } = deps;
  const write = (change: (keys: readonly string[]) => readonly string[]): void => {
    const dismissed = writeDismissals(host, change(store.state.dismissed));
    store.update((state) => setDismissed(state, dismissed));
  };
  const find = (id: string) => notices.active.find((each) => each.id === id);

  return {
    dismiss: (id, movesFocus) => {
      const notice = find(id);
      if (!notice || !notices.canDismiss(notice)) return;
      const key = notices.keyOf(notice);
      if (store.state.dismissed.includes(key)) return;
      const event = new LuckaNoticeDismissEvent(id);
      if (!context.emit(event)) return;
      const ids = notices.active.map((each) => each.id);
      const next = ids[ids.indexOf(id) + 1];
      const { activeElement = null } = host.shadowRoot ?? {};
      const isWithin = host.renderRoot.querySelector(noticeWith(id))?.contains(activeElement);
      write((keys) => [...keys, key]);
      if (notice.phase === 'closure') return;
      notices.forget(id);
      if (!movesFocus && !isWithin) return;
      context.announce(msg('The notice is hidden.'), { delay: AFTER_FOCUS_MS });
      if (next === undefined) void host.updateComplete.then(() => focusNextHeading(host));
      else context.focus(headingOf(next));
    },
    expand: (id) => {
      const notice = find(id);
      if (notice) write((keys) => keys.filter((each) => each !== notices.keyOf(notice)));
    },
    restore: () => {
      const own = notices.all.map(({ id }) => `${id} `);
      write((keys) => keys.filter((each) => !own.some((id) => each.startsWith(id))));
      notices.skipNews();
      context.announce('');
    },
  };
}

/** Selects a notice. */
const noticeWith = (id: string): string => `[data-id="${CSS.escape(id)}"]`;

/** Selects the heading of a notice. */
export const headingOf = (id: string): string => `${noticeWith(id)} [part~="heading"]`;
