import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';

/** What `npm run build` leaves. */
const BUILT = ['dist', 'cdn', 'types', 'custom-elements.json'];

/** @param {string} root @returns {Record<string, string>} SHA-256 by path */
function hashesIn(root) {
  const files = BUILT.flatMap((place) =>
    statSync(join(root, place)).isDirectory()
      ? readdirSync(join(root, place), { recursive: true, encoding: 'utf8' }).map((file) =>
          join(place, file),
        )
      : [place],
  );
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(root, file)).isFile())
      .sort()
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(root, file)))
          .digest('hex'),
      ]),
  );
}

describe('two builds of the same sources', () => {
  test('are identical, also at another time and in another time zone', () => {
    const first = hashesIn('.');
    assert.ok(Object.keys(first).length > 50);
    const env = {
      ...process.env,
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    };
    execFileSync(process.execPath, ['tools/build.js'], { env, stdio: 'ignore' });
    assert.deepEqual(hashesIn('.'), first);
  });
});
