import { msg } from '@lit/localize';
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
  /** @param outcome what to announce after the dialog has closed */
  close(outcome?: string): void;
}

/** A region below an open dialog is inert; Firefox does not announce what it is filled with while the dialog closes. */
const CLOSING_MS = 250;

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
  close: (outcome = '') => {
    const isDeclined = store.state.panel === 'declined';
    setOpen(false);
    context.announce('');
    const text = isDeclined ? msg('You have declined the terms') : outcome;
    if (text) context.announce(text, { delay: CLOSING_MS });
    onClose();
  },
});
