import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * @typedef {import('./schemas.js').SeenAnswer} SeenAnswer
 * @typedef {import('./settings.js').Session} Session
 * @typedef {SeenAnswer & { code: string | undefined, body: any }} Answer
 *
 * @typedef {object} Options
 * @property {unknown} [body] sent as JSON
 * @property {string} [raw] sent unchanged
 * @property {string | null} [key] idempotency key; a new one by default, none if null
 * @property {Session} [session]
 * @property {Readonly<Record<string, string>>} [headers]
 * @property {boolean} [limited] return a 429 instead of waiting
 */

/** Sends requests to a server and checks the rules that the contract has for all responses. */
export class ContractClient {
  #address;
  #timeout;
  #findFaults;

  /**
   * @param {object} parts
   * @param {string} parts.address
   * @param {number} parts.timeout of a response, in ms
   * @param {import('./report.js').Report} parts.report
   * @param {import('./schemas.js').FaultFinder | undefined} parts.findFaults
   */
  constructor({ address, timeout, report, findFaults }) {
    this.#address = address;
    this.#timeout = timeout;
    this.#findFaults = findFaults;
    this.report = report;
  }

  /** @param {string} name what should hold @param {unknown} good @param {unknown} [seen] */
  expect(name, good, seen) {
    this.report.expect(name, good, seen);
  }

  /**
   * One request. Every response must conform to the contract, and every error must be problem details that
   * caches do not store.
   *
   * @param {string} name
   * @param {string} method
   * @param {string} path
   * @param {Options} [options]
   * @returns {Promise<Answer>}
   */
  async ask(name, method, path, options = {}) {
    const answer = await this.#answerInTime(method, path, options);
    const faults = this.#findFaults?.(method, path, answer) ?? [];
    this.expect(`${name}: as the contract says`, !faults.length, faults);
    this.expect(`${name}: tells the time in Date`, answer.headers.get('date'));
    if (answer.status >= 400) this.#judgeProblem(name, answer);
    return answer;
  }

  /**
   * @param {string} name
   * @param {number} status
   * @param {string | undefined} code
   * @param {string} method @param {string} path @param {Options} [options]
   */
  async wants(name, status, code, method, path, options) {
    const answer = await this.ask(name, method, path, options);
    const isWanted = answer.status === status && (!code || answer.code === code);
    const seen = [answer.status, answer.code ?? answer.text.slice(0, 200)];
    this.expect(`${name}: ${[status, code].filter(Boolean).join(' ')}`, isWanted, seen);
    return answer;
  }

  /**
   * A browser's preflight request for a write from another site.
   *
   * @param {string} path @param {Readonly<Record<string, string>>} headers
   */
  preflight(path, headers) {
    return fetch(this.#address + path, {
      method: 'OPTIONS',
      headers,
      signal: AbortSignal.timeout(this.#timeout),
    });
  }

  /** @param {string} name @param {Answer} answer */
  #judgeProblem(name, { status, headers, body, text }) {
    const isProblem =
      /problem\+json/.test(headers.get('content-type') ?? '') && body?.status === status;
    this.expect(`${name}: problem details with its status`, isProblem, text.slice(0, 200));
    const isStored = !/no-store/.test(headers.get('cache-control') ?? '');
    this.expect(`${name}: an error that is not stored`, !isStored, headers.get('cache-control'));
    if (status !== 401) return;
    const challenge = headers.get('www-authenticate') ?? '';
    this.expect(
      `${name}: a challenge, and never Basic`,
      /^(?!basic)\w/i.test(challenge),
      challenge,
    );
  }

  /**
   * Waits as `Retry-After` says, like the elements.
   *
   * @param {string} method
   * @param {string} path
   * @param {Options} options
   */
  async #answerInTime(method, path, options) {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.#send(method, path, options);
      if (answer.status !== 429 || options.limited || attempt === 3) return answer;
      await pause(1000 * Math.min(90, Number(answer.headers.get('retry-after')) || 1));
    }
  }

  /**
   * @param {string} method @param {string} path @param {Options} options
   * @returns {Promise<Answer>}
   */
  async #send(method, path, { body, raw, key, session, headers }) {
    const isWrite = method !== 'GET';
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(this.#address + path, {
      method,
      body: payload,
      signal: AbortSignal.timeout(this.#timeout),
      headers: {
        ...(isWrite && key !== null && { 'idempotency-key': `"${key ?? randomUUID()}"` }),
        ...(payload !== undefined && { 'content-type': 'application/json' }),
        ...(session && { cookie: session.cookie }),
        ...(session && isWrite && { 'x-csrf-token': session.csrf }),
        ...headers,
      },
    });
    const text = await response.text();
    const parsed = parsedJson(text);
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: parsed,
      code: parsed?.code,
    };
  }
}

/** @param {string} text @returns {any} */
function parsedJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
