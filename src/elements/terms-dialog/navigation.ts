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

/**
 * What takes the focus in an open dialog when its content is replaced: the text, what it means to decline, or why the text cannot be
 * shown. Not the heading, which keeps its place: screen readers are silent about it.
 */
const OPEN_PANEL = '#panel, [part="error"]';

export interface NavigationDeps {
  readonly store: Store<TermsState>;
  readonly context: ElementContext;
  readonly isOpen: () => boolean;
  readonly setOpen: (isOpen: boolean) => void;
  /** The dialog was closed: nobody has to wait for a choice any longer. */
  readonly onClose: () => void;
}

export const createNavigation = ({
  store,
  context,
  isOpen,
  setOpen,
  onClose,
}: NavigationDeps): Navigation => ({
  show: (panel, version) => {
    const target = isOpen() ? OPEN_PANEL : '#title';
    store.update((state) => showPanel(state, panel, version));
    if (panel === 'terms') setOpen(true);
    context.announce('');
    context.focus(target, '#title');
  },
  close: () => {
    setOpen(false);
    context.announce('');
    onClose();
  },
});
