import { Problem } from '../contract/problem.js';
import { isSame } from './secrets.js';

/**
 * Session, anti-forgery token and bearer token, as the contract requires them. Checked before the
 * body is read and before the idempotency key: unauthorized clients learn nothing about either.
 *
 * @param {import('../contract/operation.js').Operation} operation
 * @param {import('fastify').FastifyRequest} request
 * @param {{ sessions: import('./sessions.js').Sessions, adminToken: string }} stores
 * @throws {Problem} 401 or 403
 */
export function authorize(operation, request, { sessions, adminToken }) {
  if (operation.needsToken) requireToken(request, adminToken);
  if (!operation.knowsSession) return;
  const person = sessions.personOf(request);
  if (!person) {
    if (operation.needsSession) throw loginRequired();
    return;
  }
  const token = request.headers['x-csrf-token'];
  const isOurs = typeof token === 'string' && isSame(token, sessions.csrfTokenOf(person));
  if (operation.needsCsrf && !isOurs) throw new Problem(403, 'csrf');
}

/**
 * No session, or it has ended. Any page of the demo starts a new one, so `loginHref` is the first.
 *
 * RFC 9110, 11.6.1 requires a challenge with each 401; not `Basic`, since that opens the browser's own
 * dialog.
 */
export const loginRequired = () =>
  new Problem(401, 'login-required', { loginHref: '/' }, { 'www-authenticate': 'Session' });

/**
 * @param {import('fastify').FastifyRequest} request
 * @param {string} adminToken
 * @throws {Problem} 401
 */
export function requireToken(request, adminToken) {
  const [, token = ''] = /^Bearer +(.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (isSame(token, adminToken)) return;
  throw new Problem(401, 'token-invalid', {}, { 'www-authenticate': 'Bearer' });
}
