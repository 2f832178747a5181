import { STATUS_CODES } from 'node:http';

/** RFC 9110 has new names for two statuses that Node does not have yet. */
/** @type {Readonly<Record<number, string | undefined>>} */
const phrases = { ...STATUS_CODES, 413: 'Content Too Large', 422: 'Unprocessable Content' };

/**
 * An error response: RFC 9457 problem details with the contract's `code`. Throw it
 * before anything is written: 409, 410 and 422 are stored for the request's key and committed.
 */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {string} code one of the contract's
   * @param {Readonly<Record<string, unknown>>} [members] `detail` and the members that the code's
   *   schema requires; no personal data
   * @param {Readonly<Record<string, string>>} [headers] names in lower case
   */
  constructor(status, code, members = {}, headers = {}) {
    super(`${status} ${code}`);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.headers = { 'cache-control': 'no-store', ...headers };
    this.body = { title: phrases[status], status, code, ...members };
  }
}

export const malformed = (/** @type {string} */ detail) =>
  new Problem(400, 'malformed', { detail });

export const notFound = () => new Problem(404, 'not-found');

/**
 * @param {string} pointer JSON pointer, in fragment form
 * @param {string} rule name of the rule, for programs
 * @param {string} detail
 */
export const invalidField = (pointer, rule, detail) =>
  new Problem(422, 'validation', { errors: [{ pointer, rule, detail }] });

/**
 * The server is temporarily unavailable.
 *
 * @param {number} seconds after which to send the same again
 */
export const unavailable = (seconds) =>
  new Problem(503, 'unavailable', {}, { 'retry-after': String(seconds) });

/**
 * The reasons why a body is rejected, field by field.
 *
 * @param {readonly import('./schemas.js').Fault[]} faults
 */
export const invalidBody = (faults) =>
  new Problem(422, 'validation', { errors: faults.slice(0, 20).map(fieldError) });

/** One field's fault (RFC 9457, 3, `errors`). @param {import('./schemas.js').Fault} fault */
export const fieldError = ({ instancePath, keyword, params, message }) => ({
  pointer: `#${instancePath}${keyword === 'required' ? `/${params.missingProperty}` : ''}`,
  rule: keyword.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  detail: message ?? 'is not as agreed',
});
