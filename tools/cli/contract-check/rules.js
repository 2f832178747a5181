import { randomUUID } from 'node:crypto';

/**
 * @typedef {import('./client.js').ContractClient} ContractClient
 * @typedef {import('./client.js').Answer} Answer
 * @typedef {import('./client.js').Options} Options
 * @typedef {import('./settings.js').Session} Session
 */

/**
 * The rules for every write by a person: key, token, media type, fields, and their order.
 *
 * @param {ContractClient} client
 * @param {string} name
 * @param {{ method: string, path: string, body?: unknown, session?: Session }} write
 */
export async function checkWriteRules(client, name, { method, path, body, session }) {
  /** @param {string} how @param {number} status @param {string} code @param {Options} options */
  const refused = (how, status, code, options) =>
    client.wants(`${name} ${how}`, status, code, method, path, options);
  const unquoted = { 'idempotency-key': randomUUID() };
  await refused('without a key', 400, 'idempotency-key', { body, key: null, session });
  await refused('with a key without quotes', 400, 'idempotency-key', {
    body,
    key: null,
    session,
    headers: unquoted,
  });
  await refused('with a key that is too short', 400, 'idempotency-key', {
    body,
    key: 'short',
    session,
  });
  if (session) {
    const forged = { ...session, csrf: 'wrong' };
    await refused('with a session but no token', 403, 'csrf', { body, session: forged });
    await refused('with neither token nor key', 403, 'csrf', { body, key: null, session: forged });
  }
  if (body === undefined) return;
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  await refused('that is not JSON', 400, 'malformed', { raw: '{', session });
  await refused('as a form', 415, 'unsupported-media-type', { raw: 'a=b', session, headers: form });
  await refused('without fields', 422, 'validation', { body: {}, session });
}

/**
 * The same key with the same bytes gets the same response, marked as repeated.
 *
 * @param {ContractClient} client @param {string} name @param {Answer} first
 * @param {string} method @param {string} path @param {Options} options with the key
 */
export async function checkReplay(client, name, first, method, path, options) {
  const again = await client.ask(`${name} again`, method, path, options);
  const isSame = again.status === first.status && again.text === first.text;
  client.expect(`${name}: same key, same answer`, isSame, [again.status, again.text.slice(0, 200)]);
  const mark = again.headers.get('idempotency-replayed');
  client.expect(`${name}: the repeated answer is marked`, mark === 'true', mark);
  client.expect(`${name}: the first answer is not`, !first.headers.get('idempotency-replayed'));
}

/**
 * @param {ContractClient} client
 * @param {string} name
 * @param {string} method
 * @param {string} path
 * @param {Options} options
 */
export const checkMismatch = (client, name, method, path, options) =>
  client.wants(`${name}: same key, other body`, 422, 'idempotency-mismatch', method, path, options);

/**
 * An ETag, 304 while nothing changes, and 200 for another tag.
 *
 * @param {ContractClient} client @param {string} name @param {string} path @param {Session} [session]
 */
export async function checkCaching(client, name, path, session) {
  const first = await client.ask(name, 'GET', path, { session });
  const tag = first.headers.get('etag') ?? '';
  client.expect(`${name}: 200 with an ETag`, first.status === 200 && tag, first.status);
  const asking = (/** @type {string} */ known) => ({
    session,
    headers: { 'if-none-match': known },
  });
  const again = await client.ask(`${name} unchanged`, 'GET', path, asking(tag));
  const isSame = weak(again.headers.get('etag')) === weak(tag);
  client.expect(
    `${name}: 304 without a body`,
    again.status === 304 && !again.text && isSame,
    again.status,
  );
  const other = await client.ask(`${name} with another tag`, 'GET', path, asking('"other"'));
  client.expect(`${name}: another tag gets 200`, other.status === 200, other.status);
  return first;
}

/** @param {string | null} tag */
const weak = (tag) => tag?.replace('W/', '');
