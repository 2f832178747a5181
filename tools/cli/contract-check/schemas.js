import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} SeenAnswer
 * @property {number} status
 * @property {Headers} headers
 * @property {string} text
 * @property {unknown} body parsed JSON, undefined where there is none
 *
 * @typedef {(method: string, path: string, answer: SeenAnswer) => string[]} FaultFinder what the
 *   contract has against an answer
 */

/** In the package, and in the repository. */
const places = ['../../../dist/openapi.yaml', '../../../src/services/openapi.yaml'];

/**
 * Reads the contract, once. ajv, ajv-formats and yaml are optional: without one of them, or without
 * the contract, there is nothing to hold answers against.
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
  const contract = tools.parse(readFileSync(file, 'utf8'));
  const ajv = new tools.Ajv({ strict: false, allErrors: true });
  tools.addFormats(ajv);
  ajv.addSchema({ $id: 'contract', ...contract });

  /** @param {any} schemaAddress @param {unknown} value */
  const misfit = (schemaAddress, value) =>
    ajv.validate({ $ref: `contract#/${schemaAddress.map(encoded).join('/')}` }, value)
      ? ''
      : ajv.errorsText();

  return (method, path, answer) => {
    const template = templateOf(contract, path);
    if (!template) return [`the contract has no ${path}`];
    const address = ['paths', template, method.toLowerCase(), 'responses', String(answer.status)];
    const place = followed(contract, address);
    const declared = at(contract, place);
    if (!declared) return [`the contract has no ${answer.status} for ${method} ${template}`];
    return [
      ...headerFaults(contract, place, answer, misfit),
      ...bodyFaults(declared, place, answer, misfit),
    ];
  };
}

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

/**
 * @param {any} contract
 * @param {string[]} place
 * @param {SeenAnswer} answer
 * @param {(address: string[], value: unknown) => string} misfit
 */
function headerFaults(contract, place, answer, misfit) {
  const headers = at(contract, place).headers ?? {};
  return Object.keys(headers).flatMap((name) => {
    const header = followed(contract, [...place, 'headers', name]);
    const { required, schema } = at(contract, header);
    const text = answer.headers.get(name);
    if (text === null) return required ? [`header ${name} is missing`] : [];
    const value = schema.type === 'integer' ? Number(text) : text;
    return misfit([...header, 'schema'], value) ? [`header ${name} is ${text}`] : [];
  });
}

/**
 * @param {any} declared
 * @param {string[]} place
 * @param {SeenAnswer} answer
 * @param {(address: string[], value: unknown) => string} misfit
 */
function bodyFaults({ content }, place, answer, misfit) {
  if (!content) return answer.text ? ['a body where there should be none'] : [];
  const [type] = (answer.headers.get('content-type') ?? 'none').split(';');
  if (!content[type]) return [`media type ${type}`];
  const misfits = misfit([...place, 'content', type, 'schema'], answer.body);
  return misfits ? [misfits.slice(0, 300)] : [];
}

/**
 * The contract's path for an address; a fixed one wins over one with a part that varies.
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

/**
 * @param {any} contract
 * @param {string[]} address
 * @returns {string[]} where the thing really stands
 */
function followed(contract, address) {
  const reference = at(contract, address)?.$ref;
  if (!reference) return address;
  return followed(contract, reference.slice(2).split('/').map(decoded));
}

/** @param {any} contract @param {string[]} address */
const at = (contract, address) => address.reduce((node, key) => node?.[key], contract);

/** RFC 6901, in an address. @param {string} key */
const encoded = (key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));

/** @param {string} key */
const decoded = (key) => key.replaceAll('~1', '/').replaceAll('~0', '~');
