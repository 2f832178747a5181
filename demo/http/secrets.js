import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * A key for {@link keyedHash}, created at the first start, and shared by all processes that use this
 * database.
 *
 * @param {import('../database/database.js').Queries} queries
 * @param {string} name its purpose: each purpose has its own key
 * @returns {Promise<string>} 256 random bits
 */
export async function readSecret(queries, name) {
  await queries.query('INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    name,
    randomBytes(32).toString('base64url'),
  ]);
  /** @type {{ value: string }[]} */
  const [{ value }] = await queries.query('SELECT value FROM secrets WHERE name = $1', [name]);
  return value;
}

/**
 * HMAC-SHA-256 (RFC 2104): without the secret it can be neither computed nor reversed by guessing.
 *
 * @param {string} secret
 * @param {string} text
 */
export const keyedHash = (secret, text) =>
  createHmac('sha256', secret).update(text).digest('base64url');

/**
 * Compares in constant time.
 *
 * @param {string} one
 * @param {string} other
 */
export function isSame(one, other) {
  const [a, b] = [one, other].map((text) => createHmac('sha256', 'compare').update(text).digest());
  return timingSafeEqual(a, b);
}
