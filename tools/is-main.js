import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Was this module started from the command line, and not imported?
 *
 * @param {string} url the module's `import.meta.url`
 */
export const isMain = (url) =>
  Boolean(process.argv[1]) && realpathSync(process.argv[1]) === fileURLToPath(url);
