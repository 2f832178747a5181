import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/**
 * @typedef {import('ajv').ErrorObject} Fault
 *
 * @typedef {object} Schemas
 * @property {(schema: import('ajv').AnySchemaObject, value: unknown) => Fault[]} faults of the value
 */

/**
 * Validates by schemas of the contract (JSON Schema 2020-12), which have no references. Each is compiled on first use:
 * ajv caches by the schema object.
 *
 * @returns {Schemas}
 */
export function createSchemas() {
  const ajv = new Ajv2020.default({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return {
    faults(schema, value) {
      const validate = ajv.compile(schema);
      return validate(value) ? [] : (validate.errors ?? []);
    },
  };
}
