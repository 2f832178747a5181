import { existsSync, readFileSync } from 'node:fs';
import { dereference } from './dereference.js';

/**
 * @typedef {object} SeenAnswer
 * @property {number} status
 * @property {Headers} headers
 * @property {string} text
 * @property {unknown} body parsed JSON, undefined if there is none
 *
 * @typedef {(method: string, path: string, answer: SeenAnswer) => string[]} FaultFinder finds where
 *   a response violates the contract
 */

/** In the package, and in the repository. */
const places = ['../../../dist/openapi.yaml', '../../../src/services/openapi.yaml'];

/**
 * Reads the contract, once. ajv, ajv-formats and yaml are optional: without one of them, or without
 * the contract, responses are not validated.
 *
 * @returns {Promise<FaultFinder | undefined>}
 */
export const loadSchemas = () => (loading ??= load());

/** @type {Promise<FaultFinder | undefined> | undefined} */
let loading;

/** @returns {Promise<FaultFinder | undefined>} */
async function load() {
  const file = places
    .map((place) => new URL(place, import.meta.url))
    .find((url) => existsSync(url));
  const tools = await loadTools();
  if (!file || !tools) return undefined;
  const contract = dereference(tools.parse(readFileSync(file, 'utf8')));
  const ajv = new tools.Ajv({ strict: false, allErrors: true });
  tools.addFormats(ajv);

  /** @type {Validate} */
  const validate = (schema, value) => (ajv.validate(schema, value) ? '' : ajv.errorsText());

  return (method, path, answer) => {
    const template = templateOf(contract, path);
    if (!template) return [`the contract has no ${path}`];
    const declared = contract.paths[template][method.toLowerCase()]?.responses[answer.status];
    if (!declared) return [`the contract has no ${answer.status} for ${method} ${template}`];
    return [...headerFaults(declared, answer, validate), ...bodyFaults(declared, answer, validate)];
  };
}

/** @typedef {(schema: any, value: unknown) => string} Validate returns '' or the errors */

async function loadTools() {
  try {
    const [{ default: Ajv }, { default: addFormats }, { parse }] = await Promise.all([
      import('ajv/dist/2020.js'),
      import('ajv-formats'),
      import('yaml'),
    ]);
    return { Ajv: Ajv.default, addFormats: addFormats.default, parse };
  } catch {
    return undefined;
  }
}

/** @param {any} declared @param {SeenAnswer} answer @param {Validate} validate */
function headerFaults({ headers = {} }, answer, validate) {
  return Object.keys(headers).flatMap((name) => {
    const { required, schema } = headers[name];
    const text = answer.headers.get(name);
    if (text === null) return required ? [`header ${name} is missing`] : [];
    const value = schema.type === 'integer' ? Number(text) : text;
    return validate(schema, value) ? [`header ${name} is ${text}`] : [];
  });
}

/** @param {any} declared @param {SeenAnswer} answer @param {Validate} validate */
function bodyFaults({ content }, answer, validate) {
  if (!content) return answer.text ? ['a body where there should be none'] : [];
  const [type] = (answer.headers.get('content-type') ?? 'none').split(';');
  if (!content[type]) return [`media type ${type}`];
  const errors = validate(content[type].schema, answer.body);
  return errors ? [errors.slice(0, 300)] : [];
}

/**
 * The contract's path for an address; one without parameters has precedence.
 *
 * @param {any} contract
 * @param {string} path
 */
function templateOf(contract, path) {
  const [address] = path.split('?');
  if (contract.paths[address]) return address;
  return Object.keys(contract.paths).find((template) =>
    new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(address),
  );
}
