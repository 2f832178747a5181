import { AnswerContract } from './answer-contract.js';

/** @typedef {import('./piece.js').Piece} Piece */

/** One operation of the contract: what a request must be and what an answer may be. */
export class Operation {
  #answers = new Map();
  #body;
  #parameters;
  #piece;
  #schemas;

  /**
   * @param {object} place
   * @param {string} place.path as the contract writes it
   * @param {string} place.method in lower case
   * @param {Piece} place.item the path's entry
   * @param {import('./schemas.js').Schemas} place.schemas
   */
  constructor({ path, method, item, schemas }) {
    this.#piece = item.at(method);
    this.#schemas = schemas;
    this.#parameters = [item, this.#piece].flatMap(parametersOf);
    const content = this.#piece.at('requestBody', 'content');
    this.#body = content.at('application/json', 'schema');

    /** @type {string} */
    this.id = this.#piece.value.operationId;
    this.method = method.toUpperCase();
    /** With `:name` for each part that varies, as Fastify has it. */
    this.address = path.replaceAll(/\{(\w+)\}/g, ':$1');
    /** Media types of the body, none where it takes no body. */
    this.accepts = content.entries().map(([type]) => type);
    /** Does it take an `Idempotency-Key`? */
    this.needsKey = this.#has('Idempotency-Key');
    /** Does it answer `If-None-Match`? */
    this.isConditional = this.#has('If-None-Match');

    /** Of path and query. */
    this.parameterNames = this.#parameters
      .filter(({ place }) => place !== 'header')
      .map(({ name }) => name);

    const schemes = securityOf(this.#piece);
    const isSession = (/** @type {object} */ scheme) => 'session' in scheme;
    /** Does it take the editors' bearer token? */
    this.needsToken = schemes.some((scheme) => 'noticeAdministration' in scheme);
    /** Does it look at a session when there is one? */
    this.knowsSession = schemes.some(isSession);
    this.needsSession = this.knowsSession && schemes.every(isSession);
    /** Must a request with a session carry the page's token? */
    this.needsCsrf = schemes.some((scheme) => 'csrf' in scheme);
  }

  /**
   * Names of the parameters that the contract does not allow.
   *
   * @param {'path' | 'query'} place
   * @param {Readonly<Record<string, unknown>>} values
   */
  faultyParameters(place, values) {
    return this.#parameters
      .filter((parameter) => parameter.place === place)
      .filter(({ name, required, schema }) =>
        values[name] === undefined ? required : this.#schemas.faults(schema, values[name]).length,
      )
      .map(({ name }) => name);
  }

  /** What is wrong with a JSON body. @param {unknown} body */
  bodyFaults(body) {
    return this.#schemas.faults(this.#body, body);
  }

  /**
   * What the contract says about an answer with this status.
   *
   * @param {number} status
   * @returns {AnswerContract}
   */
  answer(status) {
    const known = this.#answers.get(status);
    if (known) return known;
    const answer = new AnswerContract(this.#piece.at('responses', status), this.#schemas);
    this.#answers.set(status, answer);
    return answer;
  }

  /** @param {string} name */
  #has(name) {
    return this.#parameters.some((parameter) => parameter.name === name);
  }
}

/**
 * @param {Piece} piece
 * @returns {{ name: string, place: string, required: boolean, schema: Piece }[]}
 */
const parametersOf = (piece) =>
  piece
    .at('parameters')
    .entries()
    .map(([, parameter]) => {
      const { name, in: place, required } = parameter.value;
      return { name, place, required, schema: parameter.at('schema') };
    });

/** @param {Piece} piece @returns {object[]} */
const securityOf = (piece) => piece.value.security ?? [];
