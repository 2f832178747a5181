import { randomUUID } from 'node:crypto';
import { LogController } from 'fastify';
import { operationOf } from './problems.js';

/**
 * One line for each request, with the operation instead of the address: addresses contain references
 * and keys. Bodies, headers, cookies and network addresses are never logged.
 *
 * @param {import('fastify').FastifyInstance} app
 */
export function logRequests(app) {
  app.addHook('onResponse', async (request, reply) => {
    const { url = 'an unknown address' } = request.routeOptions;
    const operation = operationOf(request)?.id ?? `${request.method} ${url}`;
    const milliseconds = Math.round(reply.elapsedTime);
    request.log.info({ operation, status: reply.statusCode, milliseconds }, 'answered');
  });
}

/**
 * JSON lines. Fastify's own request lines contain the address, so they are off; ours identify each
 * request by a random id, which is the `instance` of a 500.
 *
 * @param {{ write(line: string): unknown }} stream receives the lines
 */
export const loggingOptions = (stream) => ({
  genReqId: () => randomUUID(),
  logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }),
  logger: {
    base: null,
    stream,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
  },
});
