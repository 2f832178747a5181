import { createHash } from 'node:crypto';
import { Problem, unavailable } from '../contract/problem.js';

/**
 * @typedef {object} Claim what one idempotency key stands for
 * @property {string} person '' for people without a session
 * @property {string} key without quotes
 * @property {string} fingerprint of method, address and body
 *
 * @typedef {import('./finished-answer.js').FinishedAnswer} FinishedAnswer
 */

/**
 * Does the work once for each key (draft-ietf-httpapi-idempotency-key-header). The key's row comes
 * first and the answer last, both in the work's own transaction: a second request waits for the
 * first, and a crash leaves neither work nor key.
 *
 * @param {import('../database/database.js').Queries} queries the transaction
 * @param {Claim} claim
 * @param {() => Promise<FinishedAnswer>} work rejected when nothing is to be kept
 * @returns {Promise<FinishedAnswer>}
 * @throws {Problem} 422 `idempotency-mismatch`
 */
export async function once(queries, { person, key, fingerprint }, work) {
  const claimed = await queries.query(
    `INSERT INTO kept_answers (person, key, fingerprint) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING RETURNING key`,
    [person, key, fingerprint],
  );
  if (!claimed.length) {
    const kept = await keptAnswer(queries, { person, key, fingerprint });
    // Old ones are deleted, so it may have gone meanwhile: then the same again is a new request.
    if (!kept) throw unavailable(1);
    return kept;
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
 * The answer that this request got before.
 *
 * @param {import('../database/database.js').Queries} queries
 * @param {Claim} claim
 * @returns {Promise<FinishedAnswer | undefined>}
 * @throws {Problem} 422 `idempotency-mismatch`
 */
export async function keptAnswer(queries, { person, key, fingerprint }) {
  /** @type {{ fingerprint: string, answer: string }[]} */
  const [kept] = await queries.query(
    'SELECT fingerprint, answer FROM kept_answers WHERE person = $1 AND key = $2',
    [person, key],
  );
  if (!kept) return undefined;
  if (kept.fingerprint !== fingerprint) throw new IdempotencyMismatch();
  /** @type {FinishedAnswer} */
  const answer = JSON.parse(kept.answer);
  return { ...answer, headers: { ...answer.headers, 'idempotency-replayed': 'true' } };
}

/**
 * This key came with another request before. It is never kept: the key still belongs to that one.
 */
export class IdempotencyMismatch extends Problem {
  constructor() {
    super(422, 'idempotency-mismatch');
  }
}

/**
 * @param {string} method
 * @param {string} address as asked for, with its query
 * @param {Uint8Array} body the very bytes
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
 * Contract: at least 24 hours. Answers hold references, so no longer than needed.
 *
 * @param {import('../database/database.js').Queries} queries
 */
export const forgetOldAnswers = (queries) =>
  queries.query("DELETE FROM kept_answers WHERE kept_at < now() - interval '25 hours'");
