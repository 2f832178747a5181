import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';

/**
 * Old Chromium builds, from the npm package that carries them for servers without a browser. They are fetched when a test needs
 * them and kept below node_modules/, since they are 60 MB each and only these tests use them.
 */

/** By major version: a version of @sparticuz/chromium, and what the registry says of it. */
const PACKAGES = {
  103: {
    version: '103.0.0',
    integrity:
      'sha512-tFX5k5uWAT0fIxelUtpN4GN1VOTT61AHB6rRjeYzC296SjizKM1pNslEWj0YeuajKfsnNeDuHizB320TTTOrkA==',
  },
  109: {
    version: '109.0.6',
    integrity:
      'sha512-9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==',
  },
};

const CACHE = resolve('node_modules/.cache/lucka-browsers');

/** Why the builds cannot run here; false when they can. */
export const cannotRun =
  process.platform === 'linux' && process.arch === 'x64'
    ? false
    : 'the old builds of Chromium are for Linux on x64';

/**
 * @param {keyof typeof PACKAGES} major
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchOldChromium(major) {
  const folder = await installed(major);
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: ['--no-sandbox', '--disable-gpu'],
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib') },
  });
}

/** @param {keyof typeof PACKAGES} major @returns {Promise<string>} the folder where it is */
async function installed(major) {
  const { version, integrity } = PACKAGES[major];
  const folder = join(CACHE, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const temporary = mkdtempSync(join(CACHE, 'new-'));
  try {
    const name = `@sparticuz/chromium@${version}`;
    const packed = run('npm', ['pack', '--silent', '--ignore-scripts', name], temporary);
    const tarball = packed.trim().split('\n').at(-1) ?? '';
    const hash = createHash('sha512')
      .update(readFileSync(join(temporary, tarball)))
      .digest('base64');
    assert.equal(`sha512-${hash}`, integrity, `${name} is not what it was.`);
    run('tar', ['-xzf', tarball, 'package/bin'], temporary);
    await Promise.all(
      ['chromium', 'aws.tar'].map((file) =>
        pipeline(
          createReadStream(join(temporary, 'package/bin', `${file}.br`)),
          createBrotliDecompress(),
          createWriteStream(join(temporary, file)),
        ),
      ),
    );
    // Libraries that a server may lack.
    run('tar', ['-xf', 'aws.tar'], temporary);
    chmodSync(join(temporary, 'chromium'), 0o755);
    for (const file of [tarball, 'package', 'aws.tar'])
      rmSync(join(temporary, file), { recursive: true });
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw error;
  }
  return folder;
}

/** @param {string} command @param {string[]} parameters @param {string} cwd */
function run(command, parameters, cwd) {
  const { status, stdout, stderr } = spawnSync(command, parameters, { cwd, encoding: 'utf8' });
  assert.equal(status, 0, `${command} ${parameters.join(' ')}: ${stderr}`);
  return stdout;
}
