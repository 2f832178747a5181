import { isServiceError } from './is-service-error.js';
import { ServiceError } from './service-error.js';

/** Time limit of a request, in milliseconds. */
export const REQUEST_TIMEOUT_MS = 20_000;

/** The largest response of the contract contains a text of 64 KiB, escaped as JSON. */
const MAX_ANSWER = 512 * 1024;

export const ACCEPT = { accept: 'application/json, application/problem+json' };

/** Of every request; reading needs no others. */
export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the response headers, also of an error, and whether it was a write: for the server's clock. */
  readonly onHeaders?: ((headers: Headers, isWrite: boolean) => void) | undefined;
}

interface SendOptions extends ReadOptions {
  readonly init: RequestInit;
  /** What is wrong with a response: an error, or none of the contract's answers. */
  readonly errorOf: (
    name: string,
    response: Response,
    answer: unknown,
  ) => ServiceError | Promise<ServiceError>;
}

/**
 * Sends a request of the HTTP contract, a `GET` by default: see `request()`, which knows of the others.
 *
 * @throws {ServiceError}
 */
export async function send<Answer>(
  name: string,
  address: string,
  guard: (body: unknown) => body is Answer,
  { init, errorOf, signal, onHeaders }: SendOptions,
): Promise<Answer> {
  const { response, text } = await fetchText(
    name,
    address,
    { cache: 'no-cache', headers: ACCEPT, ...init },
    MAX_ANSWER,
    signal,
  );
  onHeaders?.(response.headers, (init.method ?? 'GET') !== 'GET');
  const answer = parsed(text);
  if (response.ok && guard(answer)) return answer;
  throw await errorOf(name, response, answer);
}

/** Sends and reads to the end, within {@link REQUEST_TIMEOUT_MS} in total. */
export async function fetchText(
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
    if (isServiceError(cause)) throw cause;
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
  const bytes = new Uint8Array(await body.arrayBuffer());
  const type = headers.get('content-type') ?? '';
  try {
    // Nearly every response is UTF-8; for the others there is a file of its own.
    const isOther = /charset\s*=\s*"?(?!utf-8)/i.test(type);
    const text = isOther ? undefined : readUtf8(bytes);
    return text ?? (await import('./decode-text.js')).decodeText(bytes, type);
  } catch (cause) {
    const detail = 'it is not valid in its charset: send UTF-8, or declare the charset';
    throw new ServiceError(name, 'wrong-charset', { status, cause, detail });
  }
}

/** Undefined if it is another charset, and where a zero byte says that it was not meant as UTF-8. */
function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
