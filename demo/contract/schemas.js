import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/**
 * @typedef {import('ajv').ErrorObject} Fault
 *
 * @typedef {object} Schemas
 * @property {(schema: import('./piece.js').Piece, value: unknown) => Fault[]} faults what is wrong
 *   with the value
 */

/**
 * The contract's schemas (JSON Schema 2020-12), each compiled when it is first needed.
 *
 * @param {object} contract the whole OpenAPI document
 * @returns {Schemas}
 */
export function schemasOf(contract) {
  const ajv = new Ajv2020.default({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'contract', ...contract });
  return {
    faults({ schemaId }, value) {
      const validate = ajv.getSchema(schemaId);
      if (!validate) throw new Error(`The contract has no schema ${schemaId}.`);
      return validate(value) ? [] : (validate.errors ?? []);
    },
  };
}
