import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generateAttributes } from './generate-attributes.js';
import { generateContract } from './generate-contract.js';
import { generateCostTables } from './generate-cost-tables.js';
import { generateTokens } from './generate-tokens.js';

/** Writes the generated files that are committed; with `--check`, fails if a committed file differs from the generated one. */
const files = {
  ...(await generateTokens()),
  ...(await generateContract()),
  ...generateAttributes(),
  ...generateCostTables(),
};

for (const [path, text] of Object.entries(files)) {
  const present = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (present === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${path} is stale: run \`npm run generate\` and commit.`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`Wrote ${path}`);
  }
}
