import { SERVICE_ERROR } from './service-error-mark.js';

/** RFC 9457 problem details, with the contract's `code`. */
export interface Problem {
  readonly code?: string;
  readonly title?: string;
  readonly status?: number;
  readonly [member: string]: unknown;
}

/** Codes for failures without a usable response of the server. */
export type ClientCode =
  | 'offline'
  | 'network'
  | 'timeout'
  | 'malformed-answer'
  | 'too-large'
  | 'not-text'
  /** A text whose bytes are not valid in its declared charset, or in UTF-8. */
  | 'wrong-charset'
  | 'empty'
  /** An error response without problem details, such as a proxy's page. */
  | 'http';

export interface ServiceErrorDetails {
  readonly status?: number | undefined;
  readonly retryAfter?: number | undefined;
  readonly problem?: Problem | undefined;
  readonly cause?: unknown;
  /** For the developer: what to change. */
  readonly detail?: string;
}

/** A call to an agency's service that did not succeed. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  /** @internal */
  readonly [SERVICE_ERROR] = true;
  /** HTTP status; 0 if there was no response. */
  readonly status: number;
  /** Seconds after which the very same request may be sent again (`Retry-After`); undefined when the server gave none. */
  readonly retryAfter: number | undefined;
  /** The body of the response if it was problem details. */
  readonly problem: Problem | undefined;

  /**
   * @param service which service and call, such as `terms: decideTerms`
   * @param code the contract's problem code, or a {@link ClientCode}
   */
  constructor(
    readonly service: string,
    readonly code: string,
    { status = 0, retryAfter, problem, cause, detail }: ServiceErrorDetails = {},
  ) {
    super(
      `${service} failed: ${code}${status ? ` (${status})` : ''}${detail ? `, ${detail}` : ''}`,
      { cause },
    );
    this.status = status;
    this.retryAfter = retryAfter;
    this.problem = problem;
  }

  /** May the same request be sent again, with the same key, without anything else changing? */
  get retryable(): boolean {
    return !this.status || this.retryAfter !== undefined || this.status >= 500;
  }
}
