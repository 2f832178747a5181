import { randomUUID } from 'node:crypto';
import { LogController } from 'fastify';
import { operationOf } from './problems.js';

/**
 * One line for each request, with the operation instead of the address: addresses hold references
 * and keys. Bodies, headers, cookies and network addresses never get here.
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
 * JSON lines. Fastify's own lines for requests carry the address, so they are off; ours name each
 * request by a random id, which a 500 tells as its `instance`.
 *
 * @param {{ write(line: string): unknown }} stream where lines go
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
