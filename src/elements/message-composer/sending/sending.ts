import type { TemplateResult } from 'lit';
import type { Feature } from '../../../shared/lazy-feature.js';
import { notice } from '../../../styles/notice.js';
import { summaryList } from '../../../styles/summary-list.js';
import { copyText } from '../clipboard.js';
import type { ComposerDeps } from '../composer-deps.js';
import type { LanguageGate } from '../language-gate/language-gate.js';
import type { RenderEnv } from '../render-env.js';
import type { DraftIdentity } from '../session/session.js';
import type { ComposerState } from '../state.js';
import { createSendingActions, type SendingActions } from './actions.js';
import { renderFieldErrors, renderSendError } from './error-view.js';
import { addRefusedField, findFieldErrors, type FieldErrors } from './field-errors.js';
import { renderReceipt } from './receipt-view.js';

/** Sends the message, and shows what became of it. */
export interface Sending extends Feature, Pick<SendingActions, 'send' | 'stopRetrying' | 'cancel'> {
  /** What is wrong with each field, once Send was pressed. */
  fieldErrors(state: ComposerState, env: RenderEnv): FieldErrors;
  /** What stops the message, above the form with links to the fields; undefined when nothing is wrong. */
  renderFieldErrors(state: ComposerState, env: RenderEnv): TemplateResult | undefined;
  /** Why the message was not sent; undefined when it is not known to have failed. */
  renderError(state: ComposerState, env: RenderEnv): TemplateResult | undefined;
  /** The confirmation; undefined while no message was sent. */
  renderReceipt(state: ComposerState, env: RenderEnv): TemplateResult | undefined;
}

const NO_ERRORS: FieldErrors = { subject: '', message: '' };

export function createSending(
  deps: ComposerDeps,
  gate: LanguageGate,
  saveDraft: () => DraftIdentity | undefined,
): Sending {
  const { host, context } = deps;
  const { send, stopRetrying, cancel, interrupt, writeAnother } = createSendingActions(
    deps,
    gate,
    saveDraft,
  );
  const findErrors = (state: ComposerState, env: RenderEnv): FieldErrors =>
    state.isChecked ? findFieldErrors(state, env, host.subjectMaxLength) : NO_ERRORS;
  return {
    styles: [notice, summaryList],
    // An element that is only moved goes on sending.
    hostDisconnected: () =>
      queueMicrotask(() => {
        if (!host.isConnected) interrupt();
      }),
    send,
    stopRetrying,
    cancel,
    fieldErrors: (state, env) => addRefusedField(findErrors(state, env), state),
    renderFieldErrors: (state, env) =>
      renderFieldErrors(findErrors(state, env), env, (selector) => context.focus(selector)),
    renderError: ({ sendError }, env) =>
      sendError && renderSendError(sendError, env, () => void copyText(deps)),
    renderReceipt: ({ sent }, env) =>
      sent && renderReceipt(sent, env, host.sharedComputer, writeAnother),
  };
}
