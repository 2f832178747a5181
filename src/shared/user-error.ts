import { isServiceError } from '../services/is-service-error.js';
import type { ServiceError } from '../services/service-error.js';
import { safeUrl } from '../content/safe-url.js';

/** What an element keeps of an error in its state. The words for it stand in the element's `error-messages.ts`. */
export interface UserError {
  /** The contract's problem code, or a `ClientCode`. */
  readonly code: string;
  /** HTTP status; 0 without a response. */
  readonly status: number;
  /** The same request may succeed later. */
  readonly retryable: boolean;
  /** Milliseconds since 1970: the request is not to be sent again before. Undefined where the server asks for no wait. */
  readonly retryAt: number | undefined;
  /** Where to log in again; '' where the server does not say, or names no address of the web. */
  readonly loginHref: string;
}

/** How long to wait after 429 (RFC 6585) without `Retry-After`, in milliseconds. */
const DEFAULT_WAIT_MS = 180_000;

/**
 * @param now milliseconds since 1970
 * @param unknownCode code of an error that no service has thrown
 */
export function toUserError(error: unknown, now: number, unknownCode = 'internal'): UserError {
  const known: Partial<ServiceError> = isServiceError(error) ? error : {};
  const { code = unknownCode, status = 0, retryable = false, retryAfter, problem } = known;
  const wait = retryAfter === undefined ? status === 429 && DEFAULT_WAIT_MS : retryAfter * 1000;
  return {
    code,
    status,
    retryable,
    retryAt: wait ? now + wait : undefined,
    loginHref: status === 401 ? safeUrl(problem?.['loginHref']) : '',
  };
}
