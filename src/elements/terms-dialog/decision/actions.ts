import { msg } from '@lit/localize';
import { idempotencyKey } from '../../../services/idempotency-key.js';
import type { ElementContext } from '../../../shared/element-context.js';
import type { Store } from '../../../shared/store.js';
import { AFTER_FOCUS_MS, PROGRESS_MS } from '../../../shared/timers.js';
import { toUserError, type UserError } from '../../../shared/user-error.js';
import type { Decision, TermsRecord } from '../decision-record.js';
import {
  LuckaTermsAcceptedEvent,
  LuckaTermsDecideEvent,
  LuckaTermsDeclinedEvent,
  LuckaTermsErrorEvent,
  TermsDeclinedError,
} from '../events.js';
import type { Navigation } from '../navigation.js';
import { isDecisionNeeded, latestRecord, shownTerms, type TermsState } from '../state.js';
import type { TermsDocument } from '../terms-document.js';
import type { TermsLoader } from '../terms-loader.js';
import { isServed } from '../terms-source.js';
import { obstacleText } from './choice-messages.js';
import { createRecord } from './create-record.js';
import { isContentError } from './error-messages.js';
import { importPageFocus } from './import-page-focus.js';
import { choiceObstacle } from './selectors.js';
import { storeDecision } from './store-decision.js';
import { completeDecision, failDecision, isAboutText, startDecision } from './transitions.js';
import type { WaitingCallers } from './waiting-callers.js';

export interface DecisionActions {
  /** Asks the page, saves, and shows what follows. */
  decide(decision: Decision): Promise<void>;
  /** Resolves when the terms are accepted, now or after a choice. */
  waitForAcceptance(): Promise<TermsRecord>;
  /** Loads the text on show again after an error. */
  retryLoading(): void;
  /** The dialog was closed: announces that the terms are declined, and ends the waiting. */
  onClosed(): void;
  /** Ends the waiting: the terms are accepted, or the dialog was closed without a choice. */
  settle(): void;
  /** The text that applies could not be loaded: dispatches it, and says so to those who wait for a choice. */
  onNotLoaded(): void;
}

export interface DecisionDeps {
  readonly store: Store<TermsState>;
  readonly context: ElementContext;
  readonly navigation: Navigation;
  readonly loader: TermsLoader;
  /** Does the page, or a caller, want to know whether the terms are accepted? */
  readonly isAwaited: () => boolean;
}

export function createActions(deps: DecisionDeps, callers: WaitingCallers): DecisionActions {
  const { store, context, navigation, loader, isAwaited } = deps;
  let attempt = { body: '', key: '' };

  const reportError = (error: unknown): UserError => {
    const userError = toUserError(error, Date.now(), 'content');
    if (isContentError(userError))
      console.error('[lucka] <lucka-terms-dialog> cannot show its text.', error);
    const event = new LuckaTermsErrorEvent(userError.code, userError.retryable);
    context.emit(event);
    return userError;
  };

  /** On the agency's server where there is one, else on this device. */
  const save = async (terms: TermsDocument, decision: Decision): Promise<TermsRecord> => {
    const record = createRecord(terms, decision, new Date());
    if (!isServed(loader.settings)) {
      storeDecision(record, loader.settings.storage);
      return record;
    }
    // Loaded with the text, so that it is there when the server is gone.
    const { sendDecision } = await import('../host-terms.js');
    // A retry of the same decision carries the same key, so that the server keeps one record however often it is sent.
    const { documentId, version, lang, digest } = record;
    const body = JSON.stringify([documentId, version, lang, digest, decision]);
    if (body !== attempt.body) attempt = { body, key: idempotencyKey() };
    const saved = await sendDecision(loader.settings, record, attempt.key);
    attempt = { body: '', key: '' };
    return saved;
  };

  // A region below an open dialog is inert; Firefox does not announce what it is filled with while the dialog closes.
  const announceOutcome = (text: string): void => context.announce(text, { delay: AFTER_FOCUS_MS });

  const onSaved = (record: TermsRecord): void => {
    const isAccepted = record.decision === 'accepted';
    store.update((state) => completeDecision(state, record));
    if (isAccepted) {
      navigation.close();
      announceOutcome(msg('You have accepted the terms.'));
    } else {
      navigation.show('declined');
    }
    const event = isAccepted
      ? new LuckaTermsAcceptedEvent(record)
      : new LuckaTermsDeclinedEvent(record);
    context.emit(event);
    if (!isAccepted) callers.reject(new TermsDeclinedError(record));
  };

  const settle = (): void => {
    const record = latestRecord(store.state, loader.inputs);
    if (record && !isDecisionNeeded(store.state, loader.inputs)) callers.accept(record);
    else callers.reject();
  };

  const onNotSaved = (error: unknown, terms: TermsDocument, decision: Decision): void => {
    const decisionError = { ...reportError(error), decision };
    store.update((state) => failDecision(state, decisionError, terms));
    if (isAboutText(decisionError)) loader.current.refresh();
    context.announce('');
    context.focus('[part="error"]');
  };

  return {
    onNotLoaded: () => {
      const { code } = reportError(loader.inputs.current.error);
      if (code === 'retired') settle();
      else if (isAwaited() && isDecisionNeeded(store.state, loader.inputs))
        navigation.show('terms');
      // Once it is there: in a dialog that is closed nothing is.
      context.focus('[part="error"]');
    },
    decide: async (decision) => {
      const terms = shownTerms(store.state, loader.inputs);
      const obstacle = choiceObstacle(store.state, loader.inputs);
      if (obstacle || !terms) return context.announce(obstacleText(obstacle), { visible: true });
      if (store.state.pendingDecision) return;
      const event = new LuckaTermsDecideEvent(decision, terms.version);
      if (!context.emit(event)) return;
      store.update((state) => startDecision(state, decision));
      // It is there when the dialog closes.
      void importPageFocus().catch(() => undefined);
      context.announce(msg('Saving your choice…'), { visible: true, delay: PROGRESS_MS });
      let record: TermsRecord;
      try {
        record = await save(terms, decision);
      } catch (error) {
        return onNotSaved(error, terms, decision);
      }
      onSaved(record);
    },
    waitForAcceptance: () => {
      const waiting = callers.add();
      const { current } = loader.inputs;
      if (current.error) loader.current.refresh();
      else if (current.value && !current.loading) {
        if (isDecisionNeeded(store.state, loader.inputs)) navigation.show('terms');
        else settle();
      }
      return waiting;
    },
    onClosed: () => {
      if (store.state.panel === 'declined') announceOutcome(msg('You have declined the terms'));
      settle();
    },
    settle,
    retryLoading: () => {
      const { requestedVersion } = store.state;
      const text = requestedVersion ? loader.requested : loader.current;
      text?.refresh();
      navigation.show('terms', requestedVersion);
      setTimeout(() => {
        if (text?.loading) context.announce(msg('The text is being loaded.'));
      }, PROGRESS_MS);
    },
  };
}
