import { invalidBody, Problem } from '../contract/problem.js';
import { authorize } from './authorization.js';
import { bytesOf, readBody } from './body.js';
import { buildResponse, orNotModified } from './response.js';
import { Attempt } from './failed-attempts.js';
import { fingerprintOf, storedResponse, runOnce, readKey } from './idempotency.js';

/**
 * @typedef {object} Call one request, as passed to a handler
 * @property {import('../database/database.js').Queries} queries of this request's transaction
 * @property {Readonly<Record<string, string>>} parameters of path and query, validated against the
 *   contract
 * @property {string} agency whose address was asked: see {@link agencies}
 * @property {string | undefined} person of the session, if there is one
 * @property {string} key idempotency key, '' if there is none
 * @property {unknown} body parsed JSON, or text of any other type; not validated yet
 * @property {string} mediaType of the body
 * @property {(body: unknown) => Fault[]} faultsOf violations of the contract in a JSON body
 * @property {() => unknown} checkedBody the validated body; throws 422 `validation`
 * @property {Attempt} attempt
 *
 * @typedef {(call: Call) => Promise<import('./response.js').Result>} Handler
 *   Responds, or throws a {@link Problem} before it has written anything.
 *
 * @typedef {object} Context shared by all requests
 * @property {import('../database/database.js').Database} database
 * @property {import('./sessions.js').Sessions} sessions
 * @property {string} adminToken
 * @property {(call: Pick<Call, 'parameters' | 'body'>) => { letter?: string } | undefined} attemptedReference
 *   the reference that a request would confirm
 * @property {string} attemptSecret
 * @property {import('./shared-responses.js').SharedResponses} availability responses about available times
 * @property {{ readers: ReadonlySet<string>, writers: ReadonlySet<string> }} availabilityBy `operationId`s
 *   that read the available times, and that change them
 *
 * @typedef {import('./response.js').FinishedResponse} FinishedResponse
 * @typedef {import('../contract/operation.js').Operation} Operation
 * @typedef {import('../contract/schemas.js').Fault} Fault
 * @typedef {import('fastify').FastifyRequest} Request
 */

const kibibyte = 1024;

/** Statuses of problems that are stored for the key: the operation has been decided. */
const finalProblems = new Set([409, 410, 422]);

/** The agencies of the demo by the address of their service. Only the list of offices differs. */
export const agencies = { '/api': 'ankomstverket', '/fordon/api': 'fordonsverket' };

/**
 * Serves one operation of the contract, for each agency.
 *
 * @param {import('fastify').FastifyInstance} app
 * @param {Operation} operation
 * @param {Handler} handle
 * @param {Context} context
 */
export function serve(app, operation, handle, context) {
  for (const [place, agency] of Object.entries(agencies))
    serveFor({ place, agency }, app, operation, handle, context);
}

/**
 * @param {{ place: string, agency: string }} where
 * @param {import('fastify').FastifyInstance} app
 * @param {Operation} operation
 * @param {Handler} handle
 * @param {Context} context
 */
function serveFor({ place, agency }, app, operation, handle, context) {
  app.route({
    method: operation.method,
    url: `${place}${operation.address}`,
    bodyLimit: (operation.needsToken ? 256 : 64) * kibibyte,
    config: { operation },
    onRequest: async (request) => authorize(operation, request, context),
    handler: async (request, reply) => {
      const call = { ...readCall(operation, request, context), agency };
      const work = () =>
        context.database.connection((connection) =>
          runTransaction(operation, handle, call, request, connection),
        );
      const answer = await shared(operation, call, work, context);
      const { status, headers, text } = orNotModified(answer, request.headers['if-none-match']);
      return reply
        .code(status)
        .headers(headers)
        .send(text || undefined);
    },
  });
}

/**
 * Shares responses between readers, and invalidates them after each write: also after a failed one, since it
 * may have been committed.
 *
 * @param {Operation} operation
 * @param {Call} call
 * @param {() => Promise<FinishedResponse>} work
 * @param {Context} context
 */
async function shared(
  operation,
  call,
  work,
  { availability, availabilityBy: { readers, writers } },
) {
  if (readers.has(operation.id)) {
    const values = operation.parameterNames.map((name) => call.parameters[name]);
    return availability.get(JSON.stringify([operation.id, call.agency, ...values]), work);
  }
  try {
    return await work();
  } finally {
    if (writers.has(operation.id)) availability.changed();
  }
}

/**
 * @param {Operation} operation
 * @param {Request} request
 * @param {Context} context
 * @returns {Omit<Call, 'agency'>}
 */
function readCall(operation, request, { database, sessions, attemptedReference, attemptSecret }) {
  const person = operation.knowsSession ? sessions.personOf(request) : undefined;
  const key = operation.needsKey ? readKey(request.headers['idempotency-key']) : '';
  const { mediaType, value } = readBody(operation, request);
  const parameters = readParameters(operation, request);
  const client = { address: request.ip, session: person };
  return {
    queries: database,
    parameters,
    person,
    key,
    body: value,
    mediaType,
    faultsOf: (body) => operation.bodyFaults(body),
    checkedBody() {
      const faults = operation.bodyFaults(value);
      if (faults.length) throw invalidBody(faults);
      return value;
    },
    attempt: new Attempt(attemptSecret, client, attemptedReference({ parameters, body: value })),
  };
}

/** @param {Operation} operation @param {Request} request @returns {Record<string, string>} */
function readParameters(operation, request) {
  const path = /** @type {Record<string, string>} */ ({
    .../** @type {object} */ (request.params),
  });
  // A malformed id is looked up as the empty id, which does not exist: each operation has one response
  // for "unknown".
  for (const name of operation.faultyParameters('path', path)) path[name] = '';
  const query = /** @type {Record<string, string>} */ (request.query);
  const [faulty] = operation.faultyParameters('query', query);
  if (!faulty) return { ...query, ...path };
  const detail = `${faulty} is missing or not as agreed.`;
  throw new Problem(400, operation.answer(400).code, { detail });
}

/**
 * A request is one transaction, and a write by a person is done once for each key. Failed attempts are
 * counted before the transaction and outside of it: a rollback does not remove them.
 *
 * @param {Operation} operation
 * @param {Handler} handle
 * @param {Call} call
 * @param {Request} request
 * @param {import('../database/database.js').Transactions} connection
 */
function runTransaction(operation, handle, call, request, connection) {
  const claim = operation.needsKey && {
    person: call.person ?? '',
    key: call.key,
    fingerprint: fingerprintOf(request.method, request.url, bytesOf(request)),
  };
  const kind = operation.method === 'GET' ? 'read' : 'write';
  const work = () =>
    connection.transaction(async (queries) => {
      const inside = { ...call, queries };
      if (!claim) return buildResponse(operation, await handle(inside));
      return runOnce(queries, claim, async () =>
        buildResponse(operation, await handle(inside).catch(orFinalProblem)),
      );
    }, kind);
  const known = async () =>
    claim ? connection.transaction((queries) => storedResponse(queries, claim), 'read') : undefined;
  return call.attempt.limit(connection, work, known);
}

/** @param {unknown} error @returns {Problem} */
function orFinalProblem(error) {
  if (error instanceof Problem && finalProblems.has(error.status)) return error;
  throw error;
}
