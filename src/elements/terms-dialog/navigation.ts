import type { ElementContext } from '../../shared/element-context.js';
import type { Store } from '../../shared/store.js';
import { showPanel, type TermsState } from './state.js';

/** What the dialog shows. */
export interface Navigation {
  /**
   * The terms open the dialog; what it means to decline them is for an open dialog only.
   *
   * @param version another version to read than the one that applies
   */
  show(panel: TermsState['panel'], version?: string): void;
  close(): void;
}

export interface NavigationDeps {
  readonly store: Store<TermsState>;
  readonly context: ElementContext;
  readonly setOpen: (isOpen: boolean) => void;
  /** The dialog was closed: nobody has to wait for a choice any longer. */
  readonly onClose: () => void;
}

export const createNavigation = ({
  store,
  context,
  setOpen,
  onClose,
}: NavigationDeps): Navigation => ({
  show: (panel, version) => {
    store.update((state) => showPanel(state, panel, version));
    if (panel === 'terms') setOpen(true);
    context.announce('');
    context.focus('#title');
  },
  close: () => {
    setOpen(false);
    context.announce('');
    onClose();
  },
});
