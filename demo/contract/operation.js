import { AnswerContract } from './answer-contract.js';

/** One operation of the contract: the rules for its requests and responses. */
export class Operation {
  #answers = new Map();
  #body;
  #parameters;
  #responses;
  #schemas;

  /**
   * @param {object} place
   * @param {string} place.path as in the contract
   * @param {string} place.method in lower case
   * @param {any} place.item the path item, without references
   * @param {import('./schemas.js').Schemas} place.schemas
   */
  constructor({ path, method, item, schemas }) {
    const { operationId, parameters = [], requestBody, responses, security = [] } = item[method];
    this.#schemas = schemas;
    this.#parameters = [...(item.parameters ?? []), ...parameters].map(toParameter);
    this.#responses = responses;
    const content = requestBody?.content ?? {};
    this.#body = content['application/json']?.schema;

    /** @type {string} */
    this.id = operationId;
    this.method = method.toUpperCase();
    /** In the syntax of Fastify: `:name` for each parameter. */
    this.address = path.replaceAll(/\{(\w+)\}/g, ':$1');
    /** Media types of the body; empty for an operation without a body. */
    this.accepts = Object.keys(content);
    /** Does it take an `Idempotency-Key`? */
    this.needsKey = this.#has('Idempotency-Key');
    /** Does it support `If-None-Match`? */
    this.isConditional = this.#has('If-None-Match');

    /** Of path and query. */
    this.parameterNames = this.#parameters
      .filter(({ place }) => place !== 'header')
      .map(({ name }) => name);

    /** @type {object[]} */
    const schemes = security;
    const isSession = (/** @type {object} */ scheme) => 'session' in scheme;
    /** Does it take the editors' bearer token? */
    this.needsToken = schemes.some((scheme) => 'noticeAdministration' in scheme);
    /** Does it use a session if there is one? */
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

  /** Faults of a JSON body. @param {unknown} body */
  bodyFaults(body) {
    return this.#schemas.faults(this.#body, body);
  }

  /**
   * The contract's rules for a response with this status.
   *
   * @param {number} status
   * @returns {AnswerContract}
   */
  answer(status) {
    const known = this.#answers.get(status);
    if (known) return known;
    const answer = new AnswerContract(this.#responses[status], this.#schemas);
    this.#answers.set(status, answer);
    return answer;
  }

  /** @param {string} name */
  #has(name) {
    return this.#parameters.some((parameter) => parameter.name === name);
  }
}

/**
 * @param {any} parameter
 * @returns {{ name: string, place: string, required: boolean, schema: any }}
 */
const toParameter = ({ name, in: place, required, schema }) => ({ name, place, required, schema });
