import { unavailable } from '../contract/problem.js';

/** Time limit for requests in progress at shutdown, in milliseconds. */
const grace = 5_000;

/** Time limit for a request that is being received, in milliseconds. */
const moment = 100;

/**
 * Finishes requests in progress within the time limit; new requests get 503 with `Retry-After`.
 * Idle connections are closed, since they would keep the process running.
 *
 * @param {import('fastify').FastifyInstance} app
 */
export function stopInTime(app) {
  let isStopping = false;
  let inProgress = 0;
  const closeAll = () => app.server.closeAllConnections();
  const closeIfDone = () => {
    if (!inProgress) closeAll();
  };
  app.addHook('preClose', async () => {
    isStopping = true;
    setTimeout(closeAll, grace).unref();
    setTimeout(closeIfDone, moment).unref();
  });
  app.addHook('onRequest', async () => {
    inProgress += 1;
    if (isStopping) throw unavailable(5);
  });
  app.addHook('onResponse', async () => {
    inProgress -= 1;
    if (isStopping) setTimeout(closeIfDone, moment).unref();
  });
}
