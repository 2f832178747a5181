import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/**
 * @typedef {{ [keyword: string]: any }} Schema JSON Schema 2020-12, as OpenAPI 3.1 uses it, without
 *   references, so that unevaluatedProperties applies inside allOf too
 */

/**
 * Validates strictly: unknown members are forbidden here, though the published schemas
 * allow them because servers may add fields. In an example, an unknown member is a misspelt one.
 */
export function strictSchemas() {
  const ajv = new Ajv2020.default({
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allErrors: true,
  });
  addFormats.default(ajv);

  return {
    /** Throws if the schema itself is faulty. @param {Schema} schema */
    compile: (schema) => ajv.compile(schema),
    /** The errors of the value, or '' @param {Schema} schema @param {unknown} value */
    faults: (schema, value) => {
      const validate = ajv.compile(sealed(schema));
      return validate(value) ? '' : ajv.errorsText(validate.errors);
    },
  };
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
