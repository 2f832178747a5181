import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isServiceError } from '../services/is-service-error.js';
import { delay } from './timers.js';

/** How long to wait before a lost request is sent again, in milliseconds. */
export const RETRY_DELAY_MS = 1000;
/** How often a request is sent again while the server still works on it. */
const MAX_POLLS = 5;

/**
 * Runs the operations of one element, such as sending or booking: one at a time. `abort()` and the removal of the element
 * from the page abort the operation, whose result then counts for nothing. An element that is only moved keeps it.
 *
 * @example
 * const sent = await runner.run((signal) => retryLostResponse(() => service.send(body, { signal }), signal));
 */
export class OperationRunner implements ReactiveController {
  #controller = new AbortController();
  #isRunning = false;

  /** @param onAbort called after each abort: the element shows no operation in progress any more */
  constructor(
    private readonly host: ReactiveControllerHost & { readonly isConnected: boolean },
    private readonly onAbort: () => void = () => {},
  ) {
    host.addController(this);
  }

  /** The signal of the present operation, and of requests beside one. Another one after each abort. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /**
   * Runs an operation, unless another one is running.
   *
   * @returns undefined when it did not run or was aborted
   * @throws what the operation throws, unless it was aborted
   */
  async run<Result>(
    operation: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result | undefined> {
    if (this.#isRunning) return undefined;
    const { signal } = this;
    this.#isRunning = true;
    try {
      const result = await operation(signal);
      return signal.aborted ? undefined : result;
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    } finally {
      if (!signal.aborted) this.#isRunning = false;
    }
  }

  abort(): void {
    this.#controller.abort(new DOMException('Aborted', 'AbortError'));
    this.#controller = new AbortController();
    this.#isRunning = false;
    this.onAbort();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.host.isConnected) this.abort();
    });
  }
}

/**
 * Whether the server may have done what was asked although no usable response came. A response of the contract says what was
 * done.
 */
export const isOutcomeUnknown = (error: unknown): boolean =>
  isServiceError(error) &&
  (!error.status || error.status < 300 || error.status === 502 || error.status === 504);

/**
 * Sends a request again: once when its response was lost, and while the server still works on it. Each time with the same
 * idempotency key.
 *
 * @throws {ServiceError} the error of the last attempt
 */
export async function retryLostResponse<Answer>(
  send: () => Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  let isRetry = false;
  for (let polls = 0; ;) {
    try {
      return await send();
    } catch (error) {
      signal.throwIfAborted();
      const isInProgress = isServiceError(error) && error.code === 'in-progress';
      if (isInProgress && polls++ < MAX_POLLS) {
        await delay(signal, (error.retryAfter ?? 1) * 1000);
      } else if (isOutcomeUnknown(error) && !isRetry) {
        isRetry = true;
        await delay(signal, RETRY_DELAY_MS);
      } else {
        throw error;
      }
    }
  }
}
