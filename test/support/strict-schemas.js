import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/**
 * @typedef {{ [keyword: string]: any }} Schema JSON Schema 2020-12, as OpenAPI 3.1 uses it
 * @typedef {{ $ref?: string, [key: string]: any }} Node a piece of the contract, possibly a
 *   reference
 */

/**
 * Reads the contract strictly: unknown members are forbidden here, though the published schemas
 * allow them because servers may add fields. In an example, an unknown member is a misspelt one.
 *
 * @param {Node} contract the parsed OpenAPI document
 */
export function strictSchemas(contract) {
  const ajv = new Ajv2020.default({
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allErrors: true,
  });
  addFormats.default(ajv);

  /** @param {Node} node */
  const resolve = (node) => {
    let found = node;
    while (found.$ref) found = pointed(contract, found.$ref);
    return found;
  };

  /**
   * References are inlined, so that unevaluatedProperties reaches through allOf.
   *
   * @type {(schema: any) => any}
   */
  const inlined = (schema) => {
    if (Array.isArray(schema)) return schema.map(inlined);
    if (!schema || typeof schema !== 'object') return schema;
    const { $ref, ...rest } = schema;
    if (!$ref) return mapped(schema, inlined);
    const target = inlined(pointed(contract, $ref));
    return Object.keys(rest).length ? { allOf: [target], ...mapped(rest, inlined) } : target;
  };

  return {
    resolve,
    /** Throws when the schema itself is faulty. @param {Schema} schema */
    compile: (schema) => ajv.compile(inlined(schema)),
    /** What is wrong with the value, or '' @param {Schema} schema @param {unknown} value */
    faults: (schema, value) => {
      const validate = ajv.compile(sealed(inlined(schema)));
      return validate(value) ? '' : ajv.errorsText(validate.errors);
    },
  };
}

/** @param {any} root @param {string} reference such as `#/components/schemas/Id` @returns {any} */
function pointed(root, reference) {
  const found = reference
    .slice(2)
    .split('/')
    .reduce((node, key) => node?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], root);
  if (!found) throw new Error(`The contract has no ${reference}.`);
  return found;
}

/** @param {Schema} object @param {(value: any) => any} change */
const mapped = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** @type {(schema: Schema) => boolean} */
const describesObject = (schema) =>
  schema.type === 'object' ||
  Boolean(schema.properties) ||
  [...(schema.allOf ?? []), ...(schema.oneOf ?? [])].some(describesObject);

/** @type {(schema: any, outermost?: boolean) => any} */
function sealed(schema, outermost = true) {
  if (!schema || typeof schema !== 'object') return schema;
  const closed = { ...schema };
  if (schema.properties) closed.properties = mapped(schema.properties, (value) => sealed(value));
  if (schema.items) closed.items = sealed(schema.items);
  for (const keyword of ['allOf', 'oneOf']) {
    if (!schema[keyword]) continue;
    closed[keyword] = schema[keyword].map((/** @type {Schema} */ part) => sealed(part, false));
  }
  if (outermost && describesObject(schema)) closed.unevaluatedProperties = false;
  return closed;
}
