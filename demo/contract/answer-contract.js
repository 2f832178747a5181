/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Readonly<Record<string, string>>} headers names in lower case
 * @property {unknown} [body] left out when there is none
 *
 * @typedef {import('./piece.js').Piece} Piece
 */

/** What the contract says about one answer of one operation. */
export class AnswerContract {
  #content;
  #headers;
  #schemas;

  /**
   * @param {Piece} piece
   * @param {import('./schemas.js').Schemas} schemas
   */
  constructor(piece, schemas) {
    const [content] = piece.at('content').entries();
    this.#content = content?.[1].at('schema');
    this.#headers = piece.at('headers').entries().map(headerOf);
    this.#schemas = schemas;
    this.exists = piece.value !== undefined;
    this.mediaType = content?.[0] ?? 'application/problem+json';
    /** The problem code that stands first, '' where there is none. */
    this.code = this.#content ? firstCode(this.#content) : '';
  }

  /**
   * What is wrong with an answer, without what it says: fit for a log.
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
    const value = schema.value.type === 'integer' ? Number(text) : text;
    const isFaulty = this.#schemas.faults(schema, value).length > 0;
    return isFaulty ? [`header ${name} is not as agreed`] : [];
  }

  /** @param {unknown} body */
  #bodyFaults(body) {
    if (!this.#content) return body === undefined ? [] : ['a body where the contract has none'];
    return this.#schemas
      .faults(this.#content, body)
      .map(({ instancePath, keyword }) => `${instancePath || 'the body'} fails ${keyword}`);
  }
}

/** @typedef {{ name: string, required: boolean, schema: Piece }} Header */

/** @param {[string, Piece]} entry @returns {Header} */
const headerOf = ([name, header]) => ({
  name,
  required: header.value.required,
  schema: header.at('schema'),
});

/** @param {Piece} schema @returns {string} */
function firstCode(schema) {
  if (schema.value.oneOf) return firstCode(schema.at('oneOf', 0));
  const parts = schema.at('allOf').entries();
  return parts.map(([, part]) => part.value.properties?.code?.const).find(Boolean) ?? '';
}
