import { malformed, Problem } from '../contract/problem.js';
import { sendProblem } from './problems.js';
import { securityHeadersOf } from './security-headers.js';

/**
 * Responds to requests that Node rejects before a handler is called: no HTTP, headers that contradict each
 * other, are too long, or do not arrive. Further data on such a connection cannot be trusted, so
 * it is closed.
 *
 * @param {NodeJS.ErrnoException} error
 * @param {import('node:net').Socket} socket
 */
export function answerUnreadable(error, socket) {
  // The client has disconnected.
  if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy();
  const { status, headers, body } = problemOf(error.code);
  const text = JSON.stringify(body);
  const lines = Object.entries({
    ...securityHeadersOf('/api/'),
    ...headers,
    date: new Date().toUTCString(),
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${body.title}\r\n${lines.join('')}\r\n${text}`);
}

/** @param {string | undefined} code of Node */
function problemOf(code) {
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem(431, 'too-large');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Problem(408, 'malformed');
  return malformed('The request cannot be read.');
}

/**
 * RFC 9112, 3.2: an HTTP/1.1 request must name its host. Node itself would respond without a body.
 *
 * @param {import('fastify').FastifyInstance} app created with `requireHostHeader: false`
 */
export function requireHost(app) {
  app.addHook('onRequest', async ({ raw }, reply) => {
    if (raw.headers.host !== undefined || raw.httpVersion !== '1.1') return undefined;
    // The contract has no code for this: it is an error of HTTP itself.
    reply.header('connection', 'close');
    return sendProblem(reply, malformed('The request has no Host.'), undefined);
  });
}
