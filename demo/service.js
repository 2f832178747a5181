import cookies from '@fastify/cookie';
import Fastify from 'fastify';
import { readOperations } from './contract/contract.js';
import { loggingOptions, logRequests } from './http/logging.js';
import { addPages } from './http/pages.js';
import { answerError, answerProblems } from './http/problems.js';
import { readSecret } from './http/secrets.js';
import { addSecurityHeaders } from './http/security-headers.js';
import { serve } from './http/serve.js';
import { Sessions } from './http/sessions.js';
import { SharedResponses } from './http/shared-responses.js';
import { stopInTime } from './http/stopping.js';
import { answerUnreadable, requireHost } from './http/unreadable.js';
import { attemptedReference } from './bookings/attempted-reference.js';
import { availabilityBy, bookingHandlers } from './bookings/handlers.js';
import { messageHandlers } from './messages/messages.js';
import { noticeHandlers } from './notices/notices.js';
import { addTermsAdministration } from './terms/administration.js';
import { termsHandlers } from './terms/terms.js';

/**
 * The service, ready to listen. The database must be migrated.
 *
 * @param {object} parts
 * @param {import('./database/database.js').Database} parts.database
 * @param {import('./bookings/letters.js').Letters} parts.letters
 * @param {string} parts.adminToken the editors' bearer token
 * @param {number} [parts.availabilityMaxAge] how long a response about available times is reused, in
 *   milliseconds; 0 by default, which queries the database each time
 * @param {{ write(line: string): unknown }} [parts.log] receives the log lines
 * @returns {Promise<import('fastify').FastifyInstance>}
 */
export async function createService(parts) {
  const { database, letters, adminToken, availabilityMaxAge = 0, log = process.stdout } = parts;
  const app = Fastify({
    ...loggingOptions(log),
    return503OnClosing: false,
    requestTimeout: 30_000,
    clientErrorHandler: answerUnreadable,
    http: { requireHostHeader: false },
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: answerError,
  });
  addSecurityHeaders(app);
  logRequests(app);
  answerProblems(app);
  stopInTime(app);
  requireHost(app);

  await app.register(cookies);
  // Bodies stay bytes until the operation is known: an idempotency key identifies the exact bytes.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  const sessions = new Sessions(await readSecret(database, 'sessions'));
  const context = {
    database,
    sessions,
    adminToken,
    attemptedReference,
    attemptSecret: await readSecret(database, 'guesses'),
    availability: new SharedResponses(availabilityMaxAge),
    availabilityBy,
  };
  /** @type {Readonly<Record<string, import('./http/serve.js').Handler>>} */
  const handlers = {
    ...termsHandlers,
    ...messageHandlers,
    ...bookingHandlers(letters),
    ...noticeHandlers,
  };
  for (const operation of readOperations()) {
    const handle = handlers[operation.id];
    if (!handle) throw new Error(`The contract has ${operation.id}, the service has not.`);
    serve(app, operation, handle, context);
  }
  addTermsAdministration(app, context);
  await addPages(app, sessions);
  return app;
}
