import type { components } from './generated/contract.js';
import { csrfTokenFor } from './csrf-token.js';
import { hasStrings, isObject, request } from './request.js';
import type { EndpointOptions, ReadOptions, WriteOptions } from './request-options.js';

type Schemas = components['schemas'];

/** A message in the format of the contract. */
export type Message = Schemas['Message'];
export type MessageReceipt = Schemas['MessageReceipt'];
export type PublicKey = Schemas['PublicKey'];
/** A JWK Set (RFC 7517): the first key is the one to use. */
export type KeySet = Schemas['KeySet'];

/**
 * How the message composer talks to an agency. The methods are the contract's operations (`lucka/openapi.yaml`); they
 * resolve to the body and reject with a `ServiceError`.
 */
export interface MessageService {
  /** @param message the message, or its compact JWE (RFC 7516) */
  sendMessage(message: Message | string, options: WriteOptions): Promise<MessageReceipt>;
  /** Needed only for encrypted messages. */
  getMessageKeys?(options?: ReadOptions): Promise<KeySet>;
}

export interface MessageEndpointOptions extends EndpointOptions {
  /** Address of the keys; `{endpoint}/messages/keys` by default. */
  readonly jwksSrc?: string;
}

/** The contract over HTTP. Requests carry the page's own cookies on its own origin, and none elsewhere. */
export function httpMessageService(
  endpoint: string,
  { csrfToken = () => '', jwksSrc = '' }: MessageEndpointOptions = {},
): MessageService {
  const address = `${endpoint.replace(/\/+$/, '')}/messages`;
  return {
    sendMessage: (message, { idempotencyKey, signal }) =>
      request('messages: sendMessage', address, isReceipt, {
        method: 'POST',
        ...(typeof message === 'string'
          ? { text: message, type: 'application/jose' }
          : { body: message }),
        idempotencyKey,
        csrfToken: csrfTokenFor(address, csrfToken()),
        signal,
      }),
    getMessageKeys: ({ signal } = {}) =>
      request('messages: getMessageKeys', jwksSrc || `${address}/keys`, isKeySet, { signal }),
  };
}

const isReceipt = (body: unknown): body is MessageReceipt => hasStrings(body, 'id', 'receivedAt');

const isKeySet = (body: unknown): body is KeySet =>
  isObject(body) &&
  Array.isArray(body['keys']) &&
  body['keys'].length > 0 &&
  body['keys'].every((key) => hasStrings(key, 'kty', 'crv', 'x', 'y'));
