import { unavailable } from '../contract/problem.js';

/** How long requests in progress have when the service is told to stop, in milliseconds. */
const grace = 5_000;

/** For a request that is on its way already, in milliseconds. */
const moment = 100;

/**
 * What is in progress is finished, within a time; what comes after is told when to come again.
 * Connections on which nothing is asked, or not yet, are closed: they would keep the process.
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
