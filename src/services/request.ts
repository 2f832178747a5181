import { decodeText } from './decode-text.js';
import { serverTimeOf } from './server-clock.js';
import { ServiceError, type Problem } from './service-error.js';

/** Time limit of a request, in milliseconds. */
export const REQUEST_TIMEOUT_MS = 20_000;

/** The largest response of the contract contains a text of 64 KiB, escaped as JSON. */
const MAX_ANSWER = 512 * 1024;

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent unchanged, with this media type, instead of `body`. */
  readonly text?: string;
  readonly type?: string;
  /** Unquoted; sent as a structured-field string, as the contract requires. */
  readonly idempotencyKey?: string;
  readonly csrfToken?: string;
  readonly signal?: AbortSignal | undefined;
  /** `omit` for public data: no cookies are sent. By default, the page's cookies are sent to its own origin. */
  readonly credentials?: RequestCredentials;
  /** Called with the response headers, also of an error, and whether it was a write: for the server's clock. */
  readonly onHeaders?: ((headers: Headers, isWrite: boolean) => void) | undefined;
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
  const { method = 'GET', body, idempotencyKey, csrfToken, signal } = options;
  const text = options.text ?? (body === undefined ? undefined : JSON.stringify(body));
  const init: RequestInit = {
    method,
    cache: method === 'GET' ? 'no-cache' : 'no-store',
    ...(options.credentials && { credentials: options.credentials }),
    headers: {
      accept: 'application/json, application/problem+json',
      ...(text !== undefined && { 'content-type': options.type ?? 'application/json' }),
      ...(idempotencyKey && { 'idempotency-key': `"${idempotencyKey}"` }),
      ...(csrfToken && { 'x-csrf-token': csrfToken }),
    },
    ...(text !== undefined && { body: text }),
  };
  const { response, text: answerText } = await fetchText(name, address, init, MAX_ANSWER, signal);
  options.onHeaders?.(response.headers, method !== 'GET');
  const answer = parsed(answerText);
  if (!response.ok) throw errorOf(name, response, answer);
  if (guard(answer)) return answer;
  // Proxies that check the session send a log-in page, or redirect to one, in place of the contract's 401.
  if (answer === undefined && isWebPage(response))
    throw new ServiceError(name, 'login-required', {
      status: 401,
      problem: { loginHref: response.redirected && response.url },
    });
  throw new ServiceError(name, 'malformed-answer', { status: response.status });
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

/** Sends and reads to the end, within {@link REQUEST_TIMEOUT_MS} in total. */
async function fetchText(
  name: string,
  address: string,
  init: RequestInit,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<{ response: Response; text: string }> {
  signal?.throwIfAborted();
  // AbortSignal.any would do, but Safari before 17.4 lacks it.
  const stop = new AbortController();
  const onAbort = () => stop.abort(signal?.reason);
  const timer = setTimeout(() => stop.abort(new ServiceError(name, 'timeout')), REQUEST_TIMEOUT_MS);
  signal?.addEventListener('abort', onAbort);
  try {
    const response = await fetch(new URL(address, document.baseURI).href, {
      ...init,
      signal: stop.signal,
    });
    const body = await readAtMost(name, response, maxBytes);
    return { response, text: await textOf(name, response, body) };
  } catch (cause) {
    if (stop.signal.aborted) throw stop.signal.reason;
    if (cause instanceof ServiceError) throw cause;
    throw new ServiceError(name, navigator.onLine ? 'network' : 'offline', { cause });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

/** Reads a body and stops at the first byte over the limit. */
async function readAtMost(name: string, response: Response, maxBytes: number): Promise<Blob> {
  // Wrappers of fetch may offer no stream.
  if (!response.body) return response.blob();
  const reader = response.body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > maxBytes) {
      void reader.cancel();
      throw new ServiceError(name, 'too-large', { status: response.status });
    }
    chunks.push(value);
  }
  return new Blob(chunks);
}

/** The charset of an error response is not checked: its status matters more than its text. */
async function textOf(name: string, response: Response, body: Blob): Promise<string> {
  const { ok, status, headers } = response;
  if (!ok) return body.text();
  try {
    return decodeText(new Uint8Array(await body.arrayBuffer()), headers.get('content-type') ?? '');
  } catch (cause) {
    const detail = 'it is not valid in its charset: send UTF-8, or declare the charset';
    throw new ServiceError(name, 'wrong-charset', { status, cause, detail });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function errorOf(name: string, response: Response, body: unknown): ServiceError {
  const problem = isObject(body) ? (body as Problem) : undefined;
  return new ServiceError(name, typeof problem?.code === 'string' ? problem.code : 'http', {
    status: response.status,
    problem,
    retryAfter: retryAfterOf(response),
  });
}

const isWebPage = ({ headers }: Response): boolean =>
  /\bhtml\b/i.test(headers.get('content-type') ?? '');

/** `Retry-After` in seconds: a number, or a date by the server's clock (RFC 9110, 10.2.3), never longer than a day. */
function retryAfterOf({ headers }: Response): number | undefined {
  const value = headers.get('retry-after') ?? '';
  const now = serverTimeOf(headers)?.getTime() ?? Date.now();
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(0, Math.ceil(seconds)), 86_400) : undefined;
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether all these members are strings. */
export const hasStrings = (
  value: unknown,
  ...names: string[]
): value is Readonly<Record<string, unknown>> =>
  isObject(value) && names.every((name) => typeof value[name] === 'string');
