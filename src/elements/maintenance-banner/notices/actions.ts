import type { ElementContext } from '../../../shared/element-context.js';
import type { LazyFeature } from '../../../shared/lazy-feature.js';
import type { Store } from '../../../shared/store.js';
import type { Calendar } from '../calendar/calendar.js';
import type { Dismissal } from '../dismissal/dismissal.js';
import { showAll, type ActiveNotice, type BannerState } from '../state.js';
import { announceFailure } from './announce-failure.js';
import type { NoticeActions } from './render-env.js';

/** What the page can ask for, beside what a person can. */
export interface NoticeCommands extends NoticeActions {
  /** @param movesFocus also if the focus is not in the notice; true by default */
  dismiss(id: string, movesFocus?: boolean): void;
  /** Shows again what was hidden. */
  restore(): void;
  /** Resolves when the file has been offered, or that has failed. */
  saveToCalendar(id: string): Promise<void>;
}

export interface NoticeActionsDeps {
  readonly store: Store<BannerState>;
  readonly context: ElementContext;
  readonly dismissal: Dismissal;
  readonly calendar: LazyFeature<Calendar>;
  /** The notices that are due, dismissed or not. */
  readonly due: () => readonly ActiveNotice[];
}

export const createActions = (deps: NoticeActionsDeps): NoticeCommands => ({
  dismiss: (id, movesFocus = true) => deps.dismissal.dismiss(id, movesFocus),
  expand: (id) => deps.dismissal.expand(id),
  restore: () => deps.dismissal.restore(),
  saveToCalendar: async (id) => {
    const notice = deps.due().find((each) => each.id === id);
    if (!notice) return;
    try {
      (await deps.calendar.load()).download(notice);
    } catch {
      announceFailure(deps.context);
    }
  },
  showAll: (firstHidden) => {
    deps.store.update(showAll);
    deps.context.focus(`[data-id="${CSS.escape(firstHidden)}"] [part~="heading"]`);
  },
});
