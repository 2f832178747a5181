import { randomUUID } from 'node:crypto';

/**
 * @typedef {{ cookie: string, csrf: string }} Session
 *
 * @typedef {object} Options
 * @property {unknown} [body] sent as JSON
 * @property {string} [raw] sent unchanged
 * @property {string | null} [key] idempotency key; a new one by default, none if null
 * @property {Session} [session]
 * @property {Readonly<Record<string, string>>} [headers]
 *
 * @typedef {object} Answer
 * @property {number} status
 * @property {Headers} headers
 * @property {string} text
 * @property {any} body parsed JSON, undefined if there is none
 */

/**
 * Sends requests to a service like a page.
 *
 * @param {string} address such as http://127.0.0.1:8080
 */
export function clientOf(address) {
  return {
    /** @param {string} path under /api @param {Options} [options] */
    get: (path, options) => ask(`${address}/api${path}`, 'GET', options),

    /** @param {string} method @param {string} path under /api @param {Options} [options] */
    send: (method, path, options) => ask(`${address}/api${path}`, method, options),

    /** Opens the demo page as somebody new. @returns {Promise<Session>} */
    async openSession() {
      const page = await fetch(`${address}/`);
      const [cookie] = page.headers.getSetCookie().map((one) => one.split(';')[0]);
      const [, csrf] = /name="csrf-token" content="([^"]+)"/.exec(await page.text()) ?? [];
      if (!cookie || !csrf) throw new Error('The page gave no session.');
      return { cookie, csrf };
    },
  };
}

/** @typedef {ReturnType<typeof clientOf>} Client */

/**
 * @param {string} address
 * @param {string} method
 * @param {Options} [options]
 * @returns {Promise<Answer>}
 */
export async function ask(address, method, { body, raw, key, session, headers } = {}) {
  const isWrite = method !== 'GET';
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(address, {
    method,
    body: payload,
    headers: {
      ...(isWrite && key !== null && { 'idempotency-key': `"${key ?? randomUUID()}"` }),
      ...(payload !== undefined && { 'content-type': 'application/json' }),
      ...(session && { cookie: session.cookie }),
      ...(session && isWrite && { 'x-csrf-token': session.csrf }),
      ...headers,
    },
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const { status } = response;
  return { status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
}
