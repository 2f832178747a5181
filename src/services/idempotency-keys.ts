import { idempotencyKey } from './idempotency-key.js';
import { isServiceError } from './is-service-error.js';
import type { ServiceError } from './service-error.js';

/** Status codes of responses that the server stores for a key (contract, "Writes by people"). */
const STORED = new Set([409, 410, 422]);

/**
 * The idempotency keys of an element's writes. An operation keeps its key until the server has answered it for good; the
 * next operation gets another key, even with the same parameters.
 */
export class IdempotencyKeys {
  readonly #keys = new Map<string, string>();

  /** @param operation name and parameters, such as `createHold {"slotId":"…"}` */
  keyOf(operation: string): string {
    const key = this.#keys.get(operation) ?? idempotencyKey();
    this.#keys.set(operation, key);
    return key;
  }

  /**
   * Sends an operation with its key, and forgets the key when the answer is final.
   *
   * @throws what `send` throws
   */
  async withKey<Answer>(
    operation: string,
    send: (key: string) => Promise<Answer>,
  ): Promise<Answer> {
    try {
      const answer = await send(this.keyOf(operation));
      this.#keys.delete(operation);
      return answer;
    } catch (error) {
      if (isServiceError(error) && isFinal(error)) this.#keys.delete(operation);
      throw error;
    }
  }
}

const isFinal = ({ status, code }: ServiceError): boolean =>
  STORED.has(status) && code !== 'in-progress';
