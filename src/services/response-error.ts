import { isObject } from './send.js';
import { serverTimeOf } from './server-clock.js';
import { ServiceError, type Problem } from './service-error.js';

/** What is wrong with a response: the error that it tells, or that its body is none of the contract's. */
export function errorOf(name: string, response: Response, body: unknown): ServiceError {
  const { ok, status } = response;
  if (!ok) return problemOf(name, response, body);
  // Proxies that check the session send a log-in page, or redirect to one, in place of the contract's 401.
  if (body === undefined && isWebPage(response))
    return new ServiceError(name, 'login-required', {
      status: 401,
      problem: { loginHref: response.redirected && response.url },
    });
  return new ServiceError(name, 'malformed-answer', { status });
}

function problemOf(name: string, response: Response, body: unknown): ServiceError {
  const problem = isObject(body) ? (body as Problem) : undefined;
  return new ServiceError(name, typeof problem?.code === 'string' ? problem.code : 'http', {
    status: response.status,
    problem,
    retryAfter: retryAfterOf(response),
  });
}

export const isWebPage = ({ headers }: Response): boolean =>
  /\bhtml\b/i.test(headers.get('content-type') ?? '');

/** `Retry-After` in seconds: a number, or a date by the server's clock (RFC 9110, 10.2.3), never longer than a day. */
function retryAfterOf({ headers }: Response): number | undefined {
  const value = headers.get('retry-after') ?? '';
  const now = serverTimeOf(headers)?.getTime() ?? Date.now();
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(0, Math.ceil(seconds)), 86_400) : undefined;
}
