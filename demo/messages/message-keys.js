import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';

/** @typedef {import('../database/database.js').Queries} Queries */

/**
 * Creates the first key if there is none: P-256 for ECDH-ES (RFC 7518, 4.6), named by its
 * thumbprint (RFC 7638), which a page can pin.
 *
 * @param {Queries} queries a transaction that only one process runs at a time
 */
export async function makeFirstKey(queries) {
  const known = await queries.query('SELECT FROM message_keys LIMIT 1');
  if (known.length) return;
  const { privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const jwk = await exportJWK(privateKey);
  await queries.query('INSERT INTO message_keys (kid, private_key) VALUES ($1, $2::jsonb)', [
    await calculateJwkThumbprint(jwk),
    JSON.stringify(jwk),
  ]);
}

/**
 * The public keys; the first one is used for encryption (a JWK Set, RFC 7517, 5).
 *
 * @param {Queries} queries
 */
export async function publicKeys(queries) {
  /** @type {{ kid: string, x: string, y: string }[]} */
  const keys = await queries.query(
    `SELECT kid, private_key ->> 'x' AS x, private_key ->> 'y' AS y FROM message_keys
     WHERE replaced_at IS NULL ORDER BY made_at DESC`,
  );
  const use = { use: 'enc', alg: 'ECDH-ES' };
  return keys.map(({ kid, x, y }) => ({ kty: 'EC', crv: 'P-256', x, y, ...use, kid }));
}

/**
 * @param {Queries} queries
 * @param {string} kid
 * @returns {Promise<import('jose').JWK | undefined>} undefined if the key is unknown or too old
 */
export async function privateKey(queries, kid) {
  /** @type {{ key: import('jose').JWK }[]} */
  const [found] = await queries.query(
    `SELECT private_key AS key FROM message_keys
     WHERE kid = $1 AND (replaced_at IS NULL OR replaced_at > now() - interval '168 hours')`,
    [kid],
  );
  return found?.key;
}
