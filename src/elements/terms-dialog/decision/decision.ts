import type { nothing, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Feature } from '../../../shared/lazy-feature.js';
import { MAX_WAIT_MS } from '../../../shared/timers.js';
import { notice } from '../../../styles/notice.js';
import { summaryList } from '../../../styles/summary-list.js';
import type { DialogActions, RenderEnv } from '../render-env.js';
import type { Decision } from '../decision-record.js';
import type { TermsState } from '../state.js';
import type { TermsDocument } from '../terms-document.js';
import { renderAcceptanceStatus } from './acceptance-status-view.js';
import { createActions, type DecisionActions, type DecisionDeps } from './actions.js';
import { obstacleText, retryLabel, whatToDo } from './choice-messages.js';
import { renderDeclined } from './declined-view.js';
import { renderError } from './error-view.js';
import type { PageFocusHost } from './focus-page.js';
import { importPageFocus } from './import-page-focus.js';
import { choiceObstacle, isRetry } from './selectors.js';
import { WaitingCallers } from './waiting-callers.js';

/** Saves a decision, and shows what follows from it and what failed. */
export interface DecisionFeature extends Feature, Omit<DecisionActions, 'retryLoading'> {
  /** Moves the focus to the page after the dialog has closed. */
  focusPage(host: PageFocusHost): void;
  /** A caller of `ensureAccepted()` waits for a choice. */
  readonly isAwaited: boolean;
  /** Why nothing can be chosen at this moment, in words; '' when it can. */
  obstacle(state: TermsState, env: RenderEnv): string;
  /** What to say to a person who wants to close a dialog that asks for a choice. */
  whatToDo(state: TermsState): string;
  /** For a choice that was not saved; '' for one that was not made. */
  retryLabel(state: TermsState, decision: Decision): string;
  /** Above the text: what was accepted when, and terms to come. */
  renderStatus(
    state: TermsState,
    env: RenderEnv,
    actions: DialogActions,
    terms: TermsDocument,
  ): TemplateResult;
  /** What failed, if anything did. */
  renderError(state: TermsState, env: RenderEnv): TemplateResult | typeof nothing;
  /** @param receipt button for the person's copy of the record */
  renderDeclined(
    env: RenderEnv,
    actions: DialogActions,
    receipt: TemplateResult | undefined,
  ): TemplateResult;
}

export function createDecision(
  deps: DecisionDeps & { readonly host: ReactiveControllerHost & { readonly open: boolean } },
): DecisionFeature {
  // The connection has changed, or the service takes requests again.
  const requestUpdate = (): void => deps.host.requestUpdate();
  const callers = new WaitingCallers();
  const { retryLoading, ...actions } = createActions(deps, callers);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasOpen = deps.host.open;
  return {
    styles: [notice, summaryList],
    ...actions,
    // Without a connection the browser decides.
    focusPage: (host) =>
      void importPageFocus().then(
        (it) => it.focusPage(host),
        () => undefined,
      ),
    get isAwaited() {
      return !callers.isEmpty;
    },
    obstacle: (state, env) => obstacleText(choiceObstacle(state, env)),
    whatToDo,
    retryLabel: (state, decision) => (isRetry(state, decision) ? retryLabel(decision) : ''),
    renderStatus: renderAcceptanceStatus,
    renderError: (state, env) => renderError(state, env, retryLoading),
    renderDeclined,
    hostConnected() {
      for (const type of ['online', 'offline']) addEventListener(type, requestUpdate);
    },
    /** What was announced when the dialog closed is old when it opens again. */
    hostUpdate() {
      const { open } = deps.host;
      if (open && !wasOpen) deps.context.announce('');
      wasOpen = open;
    },
    /** The buttons work again when the service takes requests again. */
    hostUpdated() {
      clearTimeout(timer);
      const wait = (deps.store.state.decisionError?.retryAt ?? 0) - Date.now();
      if (wait > 0) timer = setTimeout(requestUpdate, Math.min(wait, MAX_WAIT_MS));
    },
    hostDisconnected() {
      clearTimeout(timer);
      for (const type of ['online', 'offline']) removeEventListener(type, requestUpdate);
    },
  };
}
