import { malformed, Problem } from '../contract/problem.js';

/**
 * @typedef {object} Body
 * @property {string} mediaType '' if the operation has no body
 * @property {unknown} value parsed JSON, or the text of any other type
 */

/**
 * Reads the operation's body.
 *
 * @param {import('../contract/operation.js').Operation} operation
 * @param {import('fastify').FastifyRequest} request its body as bytes
 * @returns {Body}
 * @throws {Problem} 415 or 400
 */
export function readBody(operation, request) {
  if (!operation.accepts.length) return { mediaType: '', value: undefined };
  const mediaType = mediaTypeOf(request.headers['content-type'] ?? '');
  if (!operation.accepts.includes(mediaType)) throw new Problem(415, 'unsupported-media-type');
  const text = textOf(bytesOf(request));
  return { mediaType, value: mediaType === 'application/json' ? jsonOf(text) : text };
}

/**
 * The unchanged body, empty if there was none.
 *
 * @param {import('fastify').FastifyRequest} request
 */
export const bytesOf = ({ body }) => (body instanceof Uint8Array ? body : new Uint8Array());

/** @param {string} header */
function mediaTypeOf(header) {
  const [type, ...parameters] = header
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const isUnicode = parameters.every(
    (one) => !one.startsWith('charset=') || /^charset="?utf-8"?$/.test(one),
  );
  return isUnicode ? type : '';
}

/**
 * @param {Uint8Array} bytes
 * @throws {Problem} 400 if they are not UTF-8: nothing is repaired, because the stored text would differ from
 *   the sent one
 */
export function textOf(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed('The body is not UTF-8.');
  }
}

/** @param {string} text @returns {unknown} */
function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('The body is not JSON.');
  }
}
