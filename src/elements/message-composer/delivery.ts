import type { Message, MessageReceipt, MessageService } from '../../services/messages.js';
import { idempotencyKey } from '../../services/idempotency-key.js';
import { ServiceError } from '../../services/service-error.js';
import { delay } from '../../shared/timers.js';
import { delayOf, isPassing, MAX_RETRIES } from './retrying.js';

export interface DeliveryOptions {
  readonly service: MessageService;
  /** Makes the very bytes to send, when they are not to be plain JSON. */
  readonly encrypt: ((message: Message, service: MessageService) => Promise<string>) | undefined;
  /** A try failed and another follows in `delay` milliseconds, or as soon as there is a connection. */
  readonly onRetry: (error: ServiceError, delay: number) => void;
}

/**
 * One message on its way: the same key and the same bytes however often it is tried, so that the agency holds it once.
 * Another text is another delivery.
 */
export class Delivery {
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

  /** The same message once more, in place of a try that still waits: with its key and its bytes. */
  again(): Delivery {
    this.stop();
    const next = new Delivery(this.message, this.#key);
    next.#bytes = this.#bytes;
    return next;
  }

  /** Nothing more is sent; an answer that still comes is not told. */
  stop(): void {
    this.#stop.abort(new DOMException('Stopped', 'AbortError'));
  }

  get isStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  /** @throws what the last try failed with */
  async deliver(options: DeliveryOptions): Promise<MessageReceipt> {
    for (let retry = 0; ; retry++) {
      try {
        return await this.#try(options);
      } catch (error) {
        if (this.isStopped || !isPassing(error) || retry >= MAX_RETRIES) throw error;
        const delay = delayOf(retry, error, Math.random());
        options.onRetry(error, delay);
        await this.#wait(delay);
      }
    }
  }

  async #try({ service, encrypt, ...options }: DeliveryOptions): Promise<MessageReceipt> {
    // Encrypted once: a retry sends the same bytes.
    this.#bytes ??= encrypt ? await encrypt(this.message, service) : this.message;
    try {
      return await service.sendMessage(this.#bytes, {
        idempotencyKey: this.#key,
        signal: this.#stop.signal,
      });
    } catch (error) {
      const isOldKey = error instanceof ServiceError && error.code === 'unknown-key';
      if (!isOldKey || this.#hasFetchedKeysTwice) throw error;
      // The agency has a new key: the keys once more. Other bytes, so another idempotency key; nothing was stored.
      this.#hasFetchedKeysTwice = true;
      this.#bytes = undefined;
      this.#key = idempotencyKey();
      return this.#try({ service, encrypt, ...options });
    }
  }

  /** Waits; while there is no connection the clock stands still. */
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
