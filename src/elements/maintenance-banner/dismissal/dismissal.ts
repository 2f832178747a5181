import type { BannerHost } from '../banner-host.js';
import { createActions, headingOf, type DismissalActions, type DismissalDeps } from './actions.js';

export type { DismissibleNotices } from './actions.js';

/** Hides and collapses notices, shows them again, and keeps the focus in its place meanwhile. */
export interface Dismissal extends DismissalActions, FocusKeeper {}

/** Called around each rendering of the element. */
interface FocusKeeper {
  hostUpdate(): void;
  hostUpdated(): void;
}

export const createDismissal = (deps: DismissalDeps): Dismissal => ({
  ...createActions(deps),
  ...keepFocus(deps.host),
});

/** A button goes with its phase: a person who was on it stays at the notice. */
function keepFocus(host: BannerHost): FocusKeeper {
  /** What had the focus before the rendering, and the notice that it belongs to. */
  let focused: HTMLElement | null = null;
  let focusedNotice: string | undefined;
  const activeElement = () => (host.shadowRoot?.activeElement ?? null) as HTMLElement | null;
  return {
    hostUpdate: () => {
      focused = activeElement();
      focusedNotice = focused?.closest<HTMLElement>('[data-id]')?.dataset['id'];
    },
    hostUpdated: () => {
      if (focusedNotice === undefined || activeElement()) return;
      const heading = host.renderRoot.querySelector<HTMLElement>(headingOf(focusedNotice));
      (focused?.isConnected ? focused : heading)?.focus();
    },
  };
}
