import { malformed, Problem } from '../contract/problem.js';
import { sendProblem } from './problems.js';
import { securityHeadersOf } from './security-headers.js';

/**
 * Answers what Node refuses before there is a request to handle: not HTTP, headers that contradict each
 * other or are too long, or that do not come. What follows on such a connection cannot be trusted, so
 * it is closed.
 *
 * @param {NodeJS.ErrnoException} error
 * @param {import('node:net').Socket} socket
 */
export function answerUnreadable(error, socket) {
  // A client that went away hears nothing.
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
 * RFC 9112, 3.2: a request of HTTP/1.1 names its host. Node would refuse it without a body.
 *
 * @param {import('fastify').FastifyInstance} app made with `requireHostHeader: false`
 */
export function requireHost(app) {
  app.addHook('onRequest', async ({ raw }, reply) => {
    if (raw.headers.host !== undefined || raw.httpVersion !== '1.1') return undefined;
    // No operation of the contract has a word for this: it is an answer of HTTP itself.
    reply.header('connection', 'close');
    return sendProblem(reply, malformed('The request has no Host.'), undefined);
  });
}
