import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The Node tests in these folders. (Node 20 does not expand patterns.) @param {string[]} folders @returns {string[]} */
export const nodeTestsIn = (folders) =>
  folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.js'))
      .map((file) => join(folder, file))
      .sort(),
  );
