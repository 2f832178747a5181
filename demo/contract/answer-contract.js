/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Readonly<Record<string, string>>} headers names in lower case
 * @property {unknown} [body] omitted if there is none
 */

/** The contract's rules for one response of one operation. */
export class AnswerContract {
  #content;
  #headers;
  #schemas;

  /**
   * @param {any} response of the contract, undefined if it has none with this status
   * @param {import('./schemas.js').Schemas} schemas
   */
  constructor(response, schemas) {
    const [content] = Object.entries(response?.content ?? {});
    this.#content = content?.[1].schema;
    this.#headers = Object.entries(response?.headers ?? {}).map(headerOf);
    this.#schemas = schemas;
    this.exists = response !== undefined;
    this.mediaType = content?.[0] ?? 'application/problem+json';
    /** The first problem code, '' if there is none. */
    this.code = this.#content ? firstCode(this.#content) : '';
  }

  /**
   * Faults of a response, without its values, so that they can be logged.
   *
   * @param {Answer} answer
   * @returns {string[]}
   */
  faults({ status, headers, body }) {
    if (!this.exists) return [`the contract has no ${status} here`];
    return [
      ...this.#headers.flatMap((header) => this.#headerFaults(header, headers)),
      ...this.#bodyFaults(body),
    ];
  }

  /** @param {Header} header @param {Readonly<Record<string, string>>} headers */
  #headerFaults({ name, required, schema }, headers) {
    const text = headers[name.toLowerCase()];
    if (text === undefined) return required ? [`header ${name} is missing`] : [];
    const value = schema.type === 'integer' ? Number(text) : text;
    const isFaulty = this.#schemas.faults(schema, value).length > 0;
    return isFaulty ? [`header ${name} violates the contract`] : [];
  }

  /** @param {unknown} body */
  #bodyFaults(body) {
    if (!this.#content) return body === undefined ? [] : ['a body, but the contract has none'];
    return this.#schemas
      .faults(this.#content, body)
      .map(({ instancePath, keyword }) => `${instancePath || 'the body'} fails ${keyword}`);
  }
}

/** @typedef {{ name: string, required: boolean, schema: any }} Header */

/** @param {[string, any]} entry @returns {Header} */
const headerOf = ([name, { required, schema }]) => ({ name, required, schema });

/** @param {any} schema @returns {string} */
function firstCode(schema) {
  if (schema.oneOf) return firstCode(schema.oneOf[0]);
  const parts = schema.allOf ?? [];
  return parts.map((/** @type {any} */ part) => part.properties?.code?.const).find(Boolean) ?? '';
}
