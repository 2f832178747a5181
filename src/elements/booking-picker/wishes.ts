import { idempotencyKey } from '../../services/idempotency-key.js';
import { ServiceError } from '../../services/service-error.js';

/** Answers that the server keeps for a key (contract, "Writes by people"). */
const KEPT = new Set([409, 410, 422]);

/**
 * The keys of what the person wants: the same wish keeps its key until it is answered for good, and the next wish, though
 * it asks for the very same, gets another.
 */
export class Wishes {
  readonly #keys = new Map<string, string>();

  /** @param wish operation and body, such as `createHold {"slotId":"…"}` */
  keyOf(wish: string): string {
    const key = this.#keys.get(wish) ?? idempotencyKey();
    this.#keys.set(wish, key);
    return key;
  }

  /** The wish has its final answer. */
  forget(wish: string): void {
    this.#keys.delete(wish);
  }

  /** Makes a call with the wish's key, and forgets the key when the answer is final. */
  async grant<Answer>(wish: string, call: (key: string) => Promise<Answer>): Promise<Answer> {
    try {
      const answer = await call(this.keyOf(wish));
      this.forget(wish);
      return answer;
    } catch (error) {
      if (error instanceof ServiceError && isKept(error)) this.forget(wish);
      throw error;
    }
  }
}

const isKept = ({ status, code }: ServiceError): boolean =>
  KEPT.has(status) && code !== 'in-progress';
