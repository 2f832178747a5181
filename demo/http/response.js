import { createHash } from 'node:crypto';

/**
 * @typedef {object} Result what a handler returns
 * @property {number} status
 * @property {Readonly<Record<string, string>>} [headers] names in lower case; `no-store` unless
 *   they set `cache-control`
 * @property {unknown} [body]
 * @property {unknown} [tagged] the content that the ETag identifies; the whole body by default
 *
 * @typedef {object} FinishedResponse ready to send, and to send again byte for byte
 * @property {number} status
 * @property {Record<string, string>} headers
 * @property {string} text
 */

/**
 * A response of the service violates the contract. Its message may be logged: it contains nothing of
 * the body.
 */
export class BrokenContract extends Error {
  /** @param {string} operation @param {number} status @param {readonly string[]} faults */
  constructor(operation, status, faults) {
    super(`${operation} ${status}: ${faults.slice(0, 5).join('; ')}`);
    this.name = 'BrokenContract';
  }
}

/**
 * @param {import('../contract/operation.js').Operation} operation
 * @param {Result} result
 * @returns {FinishedResponse}
 * @throws {BrokenContract}
 */
export function buildResponse(operation, { status, body, tagged = body, headers: own = {} }) {
  const answer = operation.answer(status);
  const headers = {
    'cache-control': 'no-store',
    ...(operation.isConditional && status === 200 && { etag: weakTag(tagged) }),
    ...own,
  };
  const faults = answer.faults({ status, headers, body });
  if (faults.length) throw new BrokenContract(operation.id, status, faults);
  if (body === undefined) return { status, headers, text: '' };
  return {
    status,
    headers: { ...headers, 'content-type': `${answer.mediaType}; charset=utf-8` },
    text: JSON.stringify(body),
  };
}

/**
 * 304 if the client has the representation already (RFC 9110, 13.1.2 and 15.4.5).
 *
 * @param {FinishedResponse} answer
 * @param {string | undefined} ifNoneMatch the request header
 * @returns {FinishedResponse}
 */
export function orNotModified(answer, ifNoneMatch) {
  const { etag } = answer.headers;
  if (!etag || answer.status !== 200 || !ifNoneMatch) return answer;
  const known = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!known.includes('*') && !known.includes(etag.replace(/^W\//, ''))) return answer;
  const headers = { ...answer.headers };
  delete headers['content-type'];
  return { status: 304, headers, text: '' };
}

/** Weak: it identifies the content, not each byte. @param {unknown} content */
const weakTag = (content) =>
  `W/"${createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)}"`;
