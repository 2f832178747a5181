import * as crypto from 'node:crypto';

const encoded = (/** @type {string | Buffer} */ data) => Buffer.from(data).toString('base64url');
const uint32 = (/** @type {number} */ value) => Buffer.from([0, 0, value >> 8, value & 255]);

/**
 * Encrypts as the message composer does: compact JWE with ECDH-ES and A256GCM (RFC 7516, RFC 7518,
 * 4.6 and appendix C). Implemented here, so that the check needs no library.
 *
 * @param {unknown} payload
 * @param {{ kty: string, crv: string, x: string, y: string, kid: string }} key
 */
export function encrypt(payload, { kty, crv, x, y, kid }) {
  const pair = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const own = pair.publicKey.export({ format: 'jwk' });
  const epk = { kty: own.kty, crv: own.crv, x: own.x, y: own.y };
  const header = encoded(JSON.stringify({ alg: 'ECDH-ES', enc: 'A256GCM', kid, cty: 'json', epk }));
  const publicKey = crypto.createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
  const shared = crypto.diffieHellman({ privateKey: pair.privateKey, publicKey });
  const algorithm = Buffer.from('A256GCM');
  const derived = Buffer.concat([
    uint32(1),
    shared,
    uint32(algorithm.length),
    algorithm,
    uint32(0),
    uint32(0),
    uint32(256),
  ]);
  const secret = crypto.createHash('sha256').update(derived).digest();
  const iv = crypto.randomBytes(12);
  const cipher = crypto.createCipheriv('aes-256-gcm', secret, iv).setAAD(Buffer.from(header));
  const text = Buffer.concat([cipher.update(JSON.stringify(payload)), cipher.final()]);
  return [header, '', encoded(iv), encoded(text), encoded(cipher.getAuthTag())].join('.');
}

/** A key's RFC 7638 thumbprint. @param {{ kty: string, crv: string, x: string, y: string }} key */
export const thumbprint = ({ kty, crv, x, y }) =>
  crypto.createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
