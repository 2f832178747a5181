import { CompactEncrypt, calculateJwkThumbprint, importJWK } from 'jose';
import type { Message, MessageService, PublicKey } from '../../../services/messages.js';
import { ServiceError } from '../../../services/service-error.js';

/**
 * Encrypts a message to the agency's key as a compact JWE (RFC 7516; ECDH-ES and A256GCM, RFC 7518). It protects the text
 * from proxies, logs and storage on the way, not from a page server that has been taken over: it is not end-to-end.
 *
 * @param thumbprint RFC 7638 SHA-256 thumbprint of the only key to accept; '' for the first key of the set
 * @throws {ServiceError} `insecure-context`, `no-keys`, `key-mismatch`, or why the keys could not be loaded
 */
export async function encryptMessage(
  message: Message,
  service: MessageService,
  thumbprint: string,
): Promise<string> {
  if (!isSecureContext || !crypto.subtle) throw encryptionError('insecure-context');
  const keys = await service.getMessageKeys?.();
  if (!keys) throw encryptionError('no-keys');
  const { jwk, kid } = await selectKey(keys.keys, thumbprint);
  const text = new TextEncoder().encode(JSON.stringify(message));
  return new CompactEncrypt(text)
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid, cty: 'json' })
    .encrypt(await importJWK(jwk, 'ECDH-ES'));
}

async function selectKey(
  keys: readonly PublicKey[],
  thumbprint: string,
): Promise<{ jwk: PublicKey; kid: string }> {
  for (const jwk of keys) {
    // Computed here: what a key says of itself proves nothing.
    const own = await calculateJwkThumbprint(jwk);
    if (!thumbprint || own === thumbprint) return { jwk, kid: jwk.kid || own };
  }
  throw encryptionError('key-mismatch');
}

const encryptionError = (code: string): ServiceError =>
  new ServiceError('messages: encryption', code);
