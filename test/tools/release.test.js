import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';

describe('a release', () => {
  const read = (/** @type {string} */ file) => readFileSync(file, 'utf8');
  const { version } = JSON.parse(read('package.json'));

  test('has one version everywhere', () => {
    assert.ok(read('src/shared/version.ts').includes(`'${version}'`));
    assert.ok(read('publiccode.yml').includes(`softwareVersion: ${version}\n`));
    assert.ok(read('CHANGELOG.md').includes(`\n## ${version}\n`));
    assert.ok(read('README.md').includes(`lucka-${version}.tgz`));
    assert.equal(JSON.parse(read('package-lock.json')).version, version);
  });

  test('is the package, the browser build, the bill of materials and the licences, the same bytes each time', () => {
    const sums = () => {
      execFileSync(process.execPath, ['tools/release.js'], { stdio: 'ignore' });
      return read('release/SHA256SUMS');
    };
    const first = sums();
    assert.deepEqual(readdirSync('release').sort(), [
      'LICENSE',
      'SHA256SUMS',
      `lucka-${version}.tgz`,
      `lucka-cdn-${version}.tar.gz`,
      'sbom.cdx.json',
      'third-party-licences.txt',
    ]);
    assert.equal(sums(), first);
    execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: 'release', stdio: 'ignore' });
    const files = execFileSync('tar', ['-tzf', `release/lucka-cdn-${version}.tar.gz`], {
      encoding: 'utf8',
    });
    assert.match(files, new RegExp(`^lucka-${version}/lucka\\.js$`, 'm'));
    const names = JSON.parse(read('release/sbom.cdx.json')).components.map(
      (/** @type {{ name: string }} */ { name }) => name,
    );
    for (const name of ['lit', 'marked', 'jose', 'character-entities'])
      assert.ok(names.includes(name), name);
  });
});
