import { writeFileSync } from 'node:fs';
import openapiTypes, { astToString } from 'openapi-typescript';
import { isMain } from './is-main.js';

/** src/services/openapi.yaml -> src/services/generated/contract.ts, so that code and contract stay consistent. */

const BANNER = '// Made from openapi.yaml by `npm run generate`. Do not edit.\n\n';

/** @returns {Promise<Record<string, string>>} the generated file by its path, not yet written */
export async function generateContract() {
  const types = await openapiTypes(new URL('../src/services/openapi.yaml', import.meta.url));
  return { 'src/services/generated/contract.ts': BANNER + astToString(types) };
}

if (isMain(import.meta.url)) {
  for (const [path, text] of Object.entries(await generateContract())) writeFileSync(path, text);
}
