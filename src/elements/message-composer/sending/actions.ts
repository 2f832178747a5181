import { msg } from '@lit/localize';
import {
  httpMessageService,
  type Message,
  type MessageService,
} from '../../../services/messages.js';
import { isServiceError } from '../../../services/is-service-error.js';
import { ServiceError } from '../../../services/service-error.js';
import { withTimeout } from '../../../services/with-timeout.js';
import { PROGRESS_MS } from '../../../shared/timers.js';
import type { ComposerDeps } from '../composer-deps.js';
import { LuckaMessageErrorEvent, LuckaMessageSendEvent, LuckaMessageSentEvent } from '../events.js';
import type { LanguageGate } from '../language-gate/language-gate.js';
import type { DraftIdentity } from '../session/session.js';
import { clearChecks } from '../state.js';
import { createMessageContent, isSameContent, type MessageContent } from './create-message.js';
import { findFieldErrors } from './field-errors.js';
import { MessageDelivery } from './message-delivery.js';
import { toSendError } from './send-error.js';
import {
  completeSending,
  failSending,
  limitField,
  startSending,
  stopSending,
} from './transitions.js';

export interface SendingActions {
  /** Checks the text, asks what must be asked, and sends. Resolves to whether the agency has the message. */
  send(): Promise<boolean>;
  /** After an error: the message is not sent again without a person pressing Send. */
  stopRetrying(): void;
  /** Sends nothing more; the next message is another one. */
  cancel(): void;
  /** Stops a request that is on its way. The same message keeps its key. */
  interrupt(): void;
  writeAnother(): void;
}

const ERROR_SUMMARY = '[part~="error-summary"]';

/** A person is told of a wait that is longer, in milliseconds. */
const LONG_WAIT_MS = 8000;

/** @param saveDraft stores the draft; its identity is that of the message. Undefined without a draft */
export function createSendingActions(
  { host, store, context, env, form }: ComposerDeps,
  gate: LanguageGate,
  saveDraft: () => DraftIdentity | undefined,
): SendingActions {
  let delivery: MessageDelivery | undefined;
  // Which press of Send is being handled: what a later one, a reset or a removal has replaced goes no further.
  let current: object | undefined;

  /** Shows a question or an error where the person must see it. */
  const ask = (selector: string): false => {
    store.update(stopSending);
    context.announce('');
    context.focus(selector);
    return false;
  };

  /** Checks the text, also again when it was edited meanwhile. Resolves to whether it can be sent. */
  const check = async (isCurrent: () => boolean): Promise<boolean> => {
    const errors = findFieldErrors(store.state, env(), host.subjectMaxLength);
    if (errors.subject || errors.message) return ask(ERROR_SUMMARY);
    const { text } = store.state;
    await gate.check('send');
    if (!isCurrent()) return false;
    if (text !== store.state.text) return check(isCurrent);
    if (store.state.languageStop) return ask('#stop');
    gate.checkNumbers();
    return store.state.personalNumbers.length ? ask('#numbers') : true;
  };

  const findService = (): MessageService | undefined => {
    const { service, endpoint, jwksSrc, csrfToken } = host;
    if (service) return withTimeout(service);
    return endpoint
      ? httpMessageService(endpoint, { jwksSrc, csrfToken: () => csrfToken })
      : undefined;
  };

  const createContent = (): MessageContent => {
    const { hasSubject } = env();
    return createMessageContent(store.state, { caseId: host.caseId, hasSubject });
  };

  /** The same text is the same delivery, also when the person presses Send again. */
  const nextDelivery = (): MessageDelivery => {
    const content = createContent();
    const last = delivery;
    if (last && isSameContent(last.message, content)) return last.resend();
    // Once it was sent with other content, it is another message than the draft.
    const identity = last ? undefined : saveDraft();
    const createdAt = identity?.createdAt ?? new Date().toISOString();
    return new MessageDelivery({ ...content, createdAt }, identity?.key);
  };

  const encrypt = async (message: Message, service: MessageService): Promise<string> => {
    const { encryptMessage } = await import('../encryption/encryption.js');
    return encryptMessage(message, service, host.keyThumbprint);
  };

  const onError = (error: unknown): void => {
    const { text, subject } = store.state;
    const sent = { text, subject: env().hasSubject ? subject : '' };
    const sendError = toSendError(error, sent, Date.now());
    const { code, status, retryable, tooLong } = sendError;
    const event = new LuckaMessageErrorEvent(code, status, retryable);
    context.emit(event);
    if (!isServiceError(error)) reportError(error);
    if (code === 'language-not-supported') {
      void gate.stop().then(() => ask('#stop'));
    } else if (tooLong?.limit) {
      const { field, limit } = tooLong;
      store.update((state) => limitField(state, field, limit));
      ask(ERROR_SUMMARY);
    } else {
      store.update((state) => failSending(state, sendError));
      ask('#failure');
    }
  };

  /** Of a long wait the person is told, and may press Send; the message is sent again all the same. */
  const onRetry = (error: ServiceError, milliseconds: number): void => {
    if (milliseconds > LONG_WAIT_MS || error.code === 'timeout' || !navigator.onLine)
      onError(error);
    else context.announce(msg('No response yet. Trying again…'), { visible: true });
  };

  const deliver = async (service: MessageService | undefined): Promise<boolean> => {
    const sending = delivery;
    if (!sending) return false;
    try {
      if (!service) throw new ServiceError('messages: sendMessage', 'no-endpoint');
      const { id, receivedAt } = await sending.deliver({
        service,
        encrypt: env().isEncrypted ? encrypt : undefined,
        onRetry,
      });
      if (sending.isStopped) return false;
      delivery = undefined;
      const { body, subject = '' } = sending.message;
      const now = createContent();
      const isEdited = now.body !== body || (now.subject ?? '') !== subject;
      store.update((state) => completeSending(state, { id, receivedAt, subject }, isEdited));
      form.update();
      saveDraft();
      context.announce('');
      context.focus('#receipt');
      const event = new LuckaMessageSentEvent(id, receivedAt);
      context.emit(event);
      return true;
    } catch (error) {
      if (!sending.isStopped) onError(error);
      return false;
    }
  };

  const interrupt = (): void => {
    // It says that the message is being sent.
    if (store.state.isSending) context.announce('');
    current = undefined;
    delivery?.stop();
    store.update(stopSending);
  };

  return {
    send: async () => {
      if (store.state.isSending) return false;
      const press = (current = {});
      const isCurrent = (): boolean => current === press;
      // It may still be tried again, and an answer would come in between.
      delivery?.stop();
      store.update(startSending);
      if (!(await check(isCurrent))) return false;
      delivery = nextDelivery();
      const event = new LuckaMessageSendEvent(delivery.message);
      const isCancelled = !context.emit(event);
      // A listener may have emptied the element or removed it.
      if (!host.isConnected) interrupt();
      if (!isCurrent()) return false;
      const service = findService();
      // The page sends it itself, or the form does.
      if (isCancelled || (!service && host.form)) {
        store.update(stopSending);
        if (!isCancelled) host.form?.requestSubmit();
        return false;
      }
      context.announce(msg('Sending your message…'), { visible: true, delay: PROGRESS_MS });
      return deliver(service);
    },
    stopRetrying: () => {
      if (store.state.sendError) delivery?.stop();
    },
    cancel: () => {
      interrupt();
      delivery = undefined;
    },
    interrupt,
    writeAnother: () => {
      store.update(clearChecks);
      context.announce('');
      // Not to its first field: Orca is silent of a field that takes the place of what had the focus.
      context.focus('#step');
    },
  };
}
