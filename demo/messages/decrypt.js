import { compactDecrypt, decodeProtectedHeader, importJWK } from 'jose';
import { invalidField, Problem } from '../contract/problem.js';
import { privateKey } from './message-keys.js';

/** Only the algorithms of the contract: a sender cannot choose a weaker one. */
const algorithms = {
  keyManagementAlgorithms: ['ECDH-ES'],
  contentEncryptionAlgorithms: ['A256GCM'],
};

/**
 * Decrypts a message that was encrypted in the page (compact JWE, RFC 7516, 7.1).
 *
 * @param {import('../database/database.js').Queries} queries
 * @param {string} jwe
 * @returns {Promise<unknown>} the JSON inside, not validated yet
 * @throws {Problem} 422 `unknown-key`, `undecryptable` or `validation`
 */
export async function decrypt(queries, jwe) {
  const jwk = await privateKey(queries, kidOf(jwe));
  if (!jwk) throw new Problem(422, 'unknown-key');
  const key = await importJWK(jwk, 'ECDH-ES');
  const { plaintext } = await compactDecrypt(jwe, key, algorithms).catch(refuse);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext));
  } catch {
    throw invalidField('#', 'json', 'What was encrypted is not JSON.');
  }
}

/** @param {string} jwe */
function kidOf(jwe) {
  try {
    const { kid } = decodeProtectedHeader(jwe);
    if (typeof kid === 'string' && /^[\w-]{1,64}$/.test(kid)) return kid;
  } catch {
    // Not a JWE: rejected like one that cannot be decrypted.
  }
  return refuse();
}

/** @returns {never} */
function refuse() {
  throw new Problem(422, 'undecryptable');
}
