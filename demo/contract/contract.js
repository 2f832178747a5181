import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Operation } from './operation.js';
import { Piece } from './piece.js';
import { schemasOf } from './schemas.js';

const file = new URL('../../src/services/openapi.yaml', import.meta.url);
const methods = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * Reads src/services/openapi.yaml. The service takes its addresses, its order of checks and its
 * media types from here, so that what the contract says is what happens.
 *
 * @returns {Operation[]}
 */
export function readOperations() {
  const contract = parse(readFileSync(file, 'utf8'));
  const schemas = schemasOf(contract);
  return new Piece(contract)
    .at('paths')
    .entries()
    .flatMap(([path, item]) =>
      methods
        .filter((method) => item.value[method])
        .map((method) => new Operation({ path, method, item, schemas })),
    );
}
