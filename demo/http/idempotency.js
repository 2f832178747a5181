import { createHash } from 'node:crypto';
import { Problem, unavailable } from '../contract/problem.js';

/**
 * @typedef {object} Claim what an idempotency key identifies
 * @property {string} person '' for people without a session
 * @property {string} key without quotes
 * @property {string} fingerprint of method, address and body
 *
 * @typedef {import('./response.js').FinishedResponse} FinishedResponse
 */

/**
 * Does the work once per key (draft-ietf-httpapi-idempotency-key-header). The key's row is inserted
 * first and the response stored last, both in the work's own transaction: a second request waits for
 * the first, and a crash leaves neither work nor key.
 *
 * @param {import('../database/database.js').Queries} queries the transaction
 * @param {Claim} claim
 * @param {() => Promise<FinishedResponse>} work rejects if nothing should be stored
 * @returns {Promise<FinishedResponse>}
 * @throws {Problem} 422 `idempotency-mismatch`
 */
export async function runOnce(queries, { person, key, fingerprint }, work) {
  const claimed = await queries.query(
    `INSERT INTO kept_answers (person, key, fingerprint) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING RETURNING key`,
    [person, key, fingerprint],
  );
  if (!claimed.length) {
    const stored = await storedResponse(queries, { person, key, fingerprint });
    // Old keys are deleted, perhaps just now: then a retry is a new request.
    if (!stored) throw unavailable(1);
    return stored;
  }
  const answer = await work();
  await queries.query('UPDATE kept_answers SET answer = $3 WHERE person = $1 AND key = $2', [
    person,
    key,
    JSON.stringify(answer),
  ]);
  return answer;
}

/**
 * The stored response to this request.
 *
 * @param {import('../database/database.js').Queries} queries
 * @param {Claim} claim
 * @returns {Promise<FinishedResponse | undefined>}
 * @throws {Problem} 422 `idempotency-mismatch`
 */
export async function storedResponse(queries, { person, key, fingerprint }) {
  /** @type {{ fingerprint: string, answer: string }[]} */
  const [stored] = await queries.query(
    'SELECT fingerprint, answer FROM kept_answers WHERE person = $1 AND key = $2',
    [person, key],
  );
  if (!stored) return undefined;
  if (stored.fingerprint !== fingerprint) throw new IdempotencyMismatch();
  /** @type {FinishedResponse} */
  const answer = JSON.parse(stored.answer);
  return { ...answer, headers: { ...answer.headers, 'idempotency-replayed': 'true' } };
}

/**
 * The key was used for another request. Not stored: the key belongs to the first request.
 */
export class IdempotencyMismatch extends Problem {
  constructor() {
    super(422, 'idempotency-mismatch');
  }
}

/**
 * @param {string} method
 * @param {string} address of the request, with its query
 * @param {Uint8Array} body its exact bytes
 */
export const fingerprintOf = (method, address, body) =>
  createHash('sha256').update(`${method} ${address}\n`).update(body).digest('base64url');

/**
 * The key, without its quotes.
 *
 * @param {string | string[] | undefined} header a structured-field string (RFC 9651, 3.3.3)
 * @throws {Problem} 400 `idempotency-key`
 */
export function readKey(header) {
  const [, key] = (typeof header === 'string' && /^"([0-9A-Za-z-]{20,64})"$/.exec(header)) || [];
  if (key) return key;
  throw new Problem(400, 'idempotency-key', {
    detail: 'Idempotency-Key: 20 to 64 letters, digits and hyphens in double quotes.',
  });
}

/**
 * Contract: at least 24 hours. Responses contain references, so they are not kept longer than necessary.
 *
 * @param {import('../database/database.js').Queries} queries
 */
export const deleteOldResponses = (queries) =>
  queries.query("DELETE FROM kept_answers WHERE kept_at < now() - interval '25 hours'");
