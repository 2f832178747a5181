import { randomBytes } from 'node:crypto';
import { isSame, keyedHash } from './secrets.js';

/**
 * The demo's replacement for a log-in: each new visitor gets a session as a new person. The cookie
 * names the person and is signed, so nothing is stored, and sessions survive a restart. A real
 * service has the agency's own log-in here, with sessions that end.
 */
export class Sessions {
  #secret;

  /** @param {string} secret from {@link import('./secrets.js').readSecret} */
  constructor(secret) {
    this.#secret = secret;
  }

  /**
   * The person of the session, undefined without a valid session.
   *
   * @param {import('fastify').FastifyRequest} request
   */
  personOf(request) {
    const [, person = '', signature = ''] =
      /^([\w-]+)\.([\w-]+)$/.exec(request.cookies.session ?? '') ?? [];
    return isSame(signature, this.#sign('session', person)) ? person : undefined;
  }

  /**
   * Creates a session for a new person.
   *
   * @param {import('fastify').FastifyReply} reply receives the cookie
   * @returns {string} the person
   */
  open(reply) {
    const person = `p-${randomBytes(12).toString('base64url')}`;
    reply.setCookie('session', `${person}.${this.#sign('session', person)}`, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: reply.request.protocol === 'https',
    });
    return person;
  }

  /**
   * The anti-forgery token of a session: another site can cause the browser to send the cookie, but
   * cannot read this token.
   *
   * @param {string} person
   */
  csrfTokenOf(person) {
    return this.#sign('csrf', person);
  }

  /** @param {string} purpose @param {string} person */
  #sign(purpose, person) {
    return keyedHash(this.#secret, `${purpose} ${person}`);
  }
}
