import { isServiceError } from '../../../services/is-service-error.js';
import type { ServiceError } from '../../../services/service-error.js';

/** How often a message is sent again without a person pressing Send. */
export const MAX_RETRIES = 3;

/** May go through when the very same request is sent again: nothing arrived, or the server is busy. */
const TRANSIENT = new Set([409, 429, 502, 503, 504]);
const UNANSWERED = new Set(['offline', 'network', 'timeout']);

export const isTransient = (error: unknown): error is ServiceError =>
  isServiceError(error) &&
  (UNANSWERED.has(error.code) ||
    (error.status === 409 ? error.code === 'in-progress' : TRANSIENT.has(error.status)));

/**
 * How long to wait before the next request: 1, 2, 4 seconds, each up to a quarter more or less, so that many pages do not come
 * back at once. What the server asks for (`Retry-After`) wins.
 *
 * @param retry 0 for the first
 * @param random from 0 to 1
 * @returns milliseconds
 */
export function retryDelay(retry: number, error: ServiceError, random: number): number {
  if (error.retryAfter !== undefined) return error.retryAfter * 1000;
  return 1000 * 2 ** retry * (0.75 + random / 2);
}
