import { randomBytes } from 'node:crypto';
import { isSame, keyedHash } from './secrets.js';

/**
 * The demo's stand-in for a log-in: who opens a page gets a session as somebody new. The cookie
 * names the person and is signed, so nothing has to be stored and a restart ends no session. A real
 * service has the agency's own log-in here, with sessions that end.
 */
export class Sessions {
  #secret;

  /** @param {string} secret from {@link import('./secrets.js').readSecret} */
  constructor(secret) {
    this.#secret = secret;
  }

  /**
   * Who asks, or undefined without a valid session.
   *
   * @param {import('fastify').FastifyRequest} request
   */
  personOf(request) {
    const [, person = '', signature = ''] =
      /^([\w-]+)\.([\w-]+)$/.exec(request.cookies.session ?? '') ?? [];
    return isSame(signature, this.#sign('session', person)) ? person : undefined;
  }

  /**
   * Makes a session for somebody new.
   *
   * @param {import('fastify').FastifyReply} reply gets the cookie
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
   * The anti-forgery token that goes with a session: another site can send the cookie along, but
   * not read this.
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
