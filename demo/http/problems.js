import { malformed, notFound, Problem, unavailable } from '../contract/problem.js';
import { DatabaseUnavailable } from '../database/unavailable.js';
import { describeError } from './describe-error.js';
import { buildResponse } from './response.js';

/**
 * @typedef {import('../contract/operation.js').Operation} Operation
 * @typedef {import('fastify').FastifyRequest} Request
 * @typedef {import('fastify').FastifyReply} Reply
 */

/**
 * Every error response is problem details (RFC 9457), without more information than the contract allows: an
 * unexpected error is a 500 whose `instance` identifies the log line.
 *
 * @param {import('fastify').FastifyInstance} app
 */
export function answerProblems(app) {
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, notFound(), undefined));
  app.setErrorHandler(answerError);
}

/** @param {unknown} error @param {Request} request @param {Reply} reply */
export function answerError(error, request, reply) {
  const operation = operationOf(request);
  try {
    if (error instanceof DatabaseUnavailable) {
      request.log.warn({ error: describeError(error) }, 'unavailable');
    }
    return sendProblem(reply, problemOf(error, operation), operation);
  } catch (unforeseen) {
    request.log.error({ error: describeError(unforeseen) }, 'failed');
    const instance = `urn:uuid:${request.id}`;
    return sendProblem(reply, new Problem(500, 'internal', { instance }), undefined);
  }
}

/** The contract's operation that a request is for. @param {Request} request */
export const operationOf = (request) =>
  /** @type {{ operation?: Operation }} */ (request.routeOptions.config).operation;

/**
 * @param {Reply} reply
 * @param {Problem} problem
 * @param {Operation | undefined} operation whose contract applies
 */
export function sendProblem(reply, problem, operation) {
  if (operation) buildResponse(operation, problem);
  return reply
    .code(problem.status)
    .headers(problem.headers)
    .type('application/problem+json')
    .send(JSON.stringify(problem.body));
}

/** Requests that Fastify itself rejects, with the code of the contract. */
const known = /** @type {const} */ ([
  [413, 'too-large'],
  [415, 'unsupported-media-type'],
]);

/**
 * @param {unknown} error
 * @param {Operation | undefined} operation
 * @returns {Problem}
 */
function problemOf(error, operation) {
  if (error instanceof Problem) return error;
  if (error instanceof DatabaseUnavailable) return unavailable(2);
  const { statusCode = 500 } = /** @type {{ statusCode?: number }} */ (error);
  const [status, code] = known.find(([one]) => one === statusCode) ?? [];
  if (status && code && operation?.answer(status).exists) return new Problem(status, code);
  if (statusCode < 500) return malformed('The request cannot be read.');
  throw error;
}
