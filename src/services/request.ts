import { errorOf, isWebPage } from './response-error.js';
import { ACCEPT, fetchText, isObject, send, type ReadOptions } from './send.js';
import { ServiceError } from './service-error.js';

export { isObject, REQUEST_TIMEOUT_MS } from './send.js';

export interface RequestOptions extends ReadOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent unchanged, with this media type, instead of `body`. */
  readonly text?: string;
  readonly type?: string;
  /** Unquoted; sent as a structured-field string, as the contract requires. */
  readonly idempotencyKey?: string;
  readonly csrfToken?: string;
  /** `omit` for public data: no cookies are sent. By default, the page's cookies are sent to its own origin. */
  readonly credentials?: RequestCredentials;
}

/**
 * One call of the HTTP contract: JSON in, JSON out, errors as {@link ServiceError}. A call that the caller aborted
 * rejects with the signal's own reason, so that callers can distinguish an abort from a failure.
 *
 * @param name the service and the contract's operationId, such as `terms: getTerms`
 * @param guard checks the body against the contract; one that does not match rejects with `malformed-answer`
 * @throws {ServiceError}
 */
export async function request<Answer>(
  name: string,
  address: string,
  guard: (body: unknown) => body is Answer,
  options: RequestOptions = {},
): Promise<Answer> {
  const { method = 'GET', body, idempotencyKey, csrfToken } = options;
  const text = options.text ?? (body === undefined ? undefined : JSON.stringify(body));
  const init: RequestInit = {
    method,
    ...(method !== 'GET' && { cache: 'no-store' }),
    ...(options.credentials && { credentials: options.credentials }),
    headers: {
      ...ACCEPT,
      ...(text !== undefined && { 'content-type': options.type ?? 'application/json' }),
      ...(idempotencyKey && { 'idempotency-key': `"${idempotencyKey}"` }),
      ...(csrfToken && { 'x-csrf-token': csrfToken }),
    },
    ...(text !== undefined && { body: text }),
  };
  return send(name, address, guard, { ...options, init, errorOf });
}

/**
 * Text from an address that the page gave, such as Markdown. A relative address is resolved against the document's
 * `<base href>`, like the page's own links.
 *
 * @throws {ServiceError} `too-large`, `not-text` (a web page), `wrong-charset`, `empty`, or as {@link request}
 */
export async function requestText(
  name: string,
  address: string,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<string> {
  const { response, text } = await fetchText(
    name,
    address,
    { cache: 'no-cache' },
    maxBytes,
    signal,
  );
  if (!response.ok) throw errorOf(name, response, undefined);
  if (isWebPage(response)) throw new ServiceError(name, 'not-text', { status: response.status });
  if (!text.trim()) throw new ServiceError(name, 'empty', { status: response.status });
  return text;
}

/** Whether all these members are strings. */
export const hasStrings = (
  value: unknown,
  ...names: string[]
): value is Readonly<Record<string, unknown>> =>
  isObject(value) && names.every((name) => typeof value[name] === 'string');
