import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Single files of published packages, as pages load them: fetched when a test needs them, since nothing else of the
 * packages is wanted.
 *
 * @param {Readonly<Record<string, readonly string[]>>} wanted paths by package and version
 * @returns {Map<string, string>} texts by `package/path`, without the version
 */
export function download(wanted) {
  const room = mkdtempSync(join(tmpdir(), 'lucka-hosts-'));
  const texts = new Map();
  for (const [name, paths] of Object.entries(wanted)) {
    const packed = run('npm', ['pack', '--silent', '--pack-destination', room, name], room);
    const tarball = packed.trim().split('\n').at(-1) ?? '';
    const inside = paths.map((path) => `package/${path}`);
    run('tar', ['-xzf', tarball, ...inside], room);
    for (const path of paths)
      texts.set(
        `${name.replace(/(?<=.)@.*/, '')}/${path}`,
        readFileSync(join(room, 'package', path), 'utf8'),
      );
  }
  rmSync(room, { recursive: true, force: true });
  return texts;
}

/**
 * What is in a Debian package, without installing it or what it depends on.
 *
 * @param {string} name
 * @param {string} room the folder where it goes
 */
export function unpackDebian(name, room) {
  const download = () => spawnSync('apt-get', ['download', name], { cwd: room });
  // A machine where nothing had to be installed may not know yet what there is.
  if (download().status !== 0) {
    run('apt-get', ['update', '-qq'], room);
    run('apt-get', ['download', name], room);
  }
  const file = readdirSync(room).find((each) => each.startsWith(`${name}_`)) ?? '';
  run('dpkg', ['-x', file, '.'], room);
}

/** @param {string} command @param {string[]} parameters @param {string} cwd */
function run(command, parameters, cwd) {
  const { status, stdout, stderr } = spawnSync(command, parameters, { cwd, encoding: 'utf8' });
  assert.equal(status, 0, `${command} ${parameters.join(' ')}: ${stderr}`);
  return stdout;
}
