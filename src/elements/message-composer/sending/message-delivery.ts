import type { Message, MessageReceipt, MessageService } from '../../../services/messages.js';
import { idempotencyKey } from '../../../services/idempotency-key.js';
import { isServiceError } from '../../../services/is-service-error.js';
import type { ServiceError } from '../../../services/service-error.js';
import { delay } from '../../../shared/timers.js';
import { retryDelay, isTransient, MAX_RETRIES } from './retry-policy.js';

export interface MessageDeliveryOptions {
  readonly service: MessageService;
  /** Makes the bytes to send, when they are not to be plain JSON. */
  readonly encrypt: ((message: Message, service: MessageService) => Promise<string>) | undefined;
  /** A request failed and another follows in `delay` milliseconds, or as soon as there is a connection. */
  readonly onRetry: (error: ServiceError, delay: number) => void;
}

/**
 * The delivery of one message: the same key and the same bytes in each request, so that the agency has it once. Another text is
 * another delivery.
 */
export class MessageDelivery {
  readonly #stop = new AbortController();
  #key: string;
  #bytes: Message | string | undefined;
  #hasFetchedKeysTwice = false;

  /** @param key idempotency key; a new one by default */
  constructor(
    readonly message: Message,
    key = idempotencyKey(),
  ) {
    this.#key = key;
  }

  /** A delivery of the same message with the same key and bytes, in place of this one, which stops. */
  resend(): MessageDelivery {
    this.stop();
    const next = new MessageDelivery(this.message, this.#key);
    next.#bytes = this.#bytes;
    return next;
  }

  /** Sends nothing more, and ignores an answer that still comes. */
  stop(): void {
    this.#stop.abort(new DOMException('Stopped', 'AbortError'));
  }

  get isStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  /** @throws {unknown} the error of the last request */
  async deliver(options: MessageDeliveryOptions): Promise<MessageReceipt> {
    for (let retry = 0; ; retry++) {
      try {
        return await this.#try(options);
      } catch (error) {
        if (this.isStopped || !isTransient(error) || retry >= MAX_RETRIES) throw error;
        const milliseconds = retryDelay(retry, error, Math.random());
        options.onRetry(error, milliseconds);
        await this.#wait(milliseconds);
      }
    }
  }

  async #try({ service, encrypt, ...options }: MessageDeliveryOptions): Promise<MessageReceipt> {
    // Encrypted once: a retry sends the same bytes.
    this.#bytes ??= encrypt ? await encrypt(this.message, service) : this.message;
    try {
      return await service.sendMessage(this.#bytes, {
        idempotencyKey: this.#key,
        signal: this.#stop.signal,
      });
    } catch (error) {
      const isOldKey = isServiceError(error) && error.code === 'unknown-key';
      if (!isOldKey || this.#hasFetchedKeysTwice) throw error;
      // The agency has a new key: load the keys again. Other bytes, so another idempotency key; nothing was stored.
      this.#hasFetchedKeysTwice = true;
      this.#bytes = undefined;
      this.#key = idempotencyKey();
      return this.#try({ service, encrypt, ...options });
    }
  }

  /** Waits, and then for a connection when there is none. */
  async #wait(milliseconds: number): Promise<void> {
    await delay(this.#stop.signal, milliseconds);
    if (!navigator.onLine) {
      await new Promise((resolve) =>
        addEventListener('online', resolve, { once: true, signal: this.#stop.signal }),
      );
    }
    this.#stop.signal.throwIfAborted();
  }
}
