import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/** A folder for scripts that a test runs as processes; it is removed after the tests of the file. */
export function scriptFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'lucka-scripts-'));
  after(() => rmSync(folder, { recursive: true }));
  return {
    folder,
    /** Writes a module. @param {string} name @param {string} source @returns {string} its path */
    script(name, source) {
      const path = join(folder, `${name}.mjs`);
      writeFileSync(path, source);
      return path;
    },
  };
}
