import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { dereference } from '../../tools/cli/contract-check/dereference.js';
import { Operation } from './operation.js';
import { createSchemas } from './schemas.js';

const file = new URL('../../src/services/openapi.yaml', import.meta.url);
const methods = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * Reads src/services/openapi.yaml. The service takes its addresses, the order of its checks and its
 * media types from it, so that it does what the contract says.
 *
 * @returns {Operation[]}
 */
export function readOperations() {
  const contract = dereference(parse(readFileSync(file, 'utf8')));
  const schemas = createSchemas();
  return Object.entries(contract.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => new Operation({ path, method, item, schemas })),
  );
}
