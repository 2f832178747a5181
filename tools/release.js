import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSIDE } from './build-licences.js';

/**
 * `npm run release`: builds, and writes release/ with what a version consists of: the package for `npm install`, the browser build for
 * web servers, the bill of materials (CycloneDX), the licences of what is inside, and the SHA-256 of each. The same sources give the
 * same bytes. It publishes nothing.
 */

const FOLDER = 'release';

/** @param {string} command @param {readonly string[]} parameters @param {import('node:child_process').ExecFileSyncOptions} [options] */
const run = (command, parameters, options = {}) =>
  String(
    execFileSync(command, parameters, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      ...options,
    }),
  );

/**
 * The bill of materials, without the moment and the number of its making, which differ each time. From a project that has only what users
 * install: with development dependencies beside them npm 11 leaves out what both need.
 */
function billOfMaterials() {
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));
  const { name, version, description, license, dependencies } = read('package.json');
  const { packages, ...lock } = read('package-lock.json');
  // Copied into dist/ by the build.
  const copied = INSIDE.filter(
    (each) => !(each in dependencies) && !packages[`node_modules/${each}`]?.peer,
  );
  const project = {
    ...{ name, version, description, license },
    dependencies: {
      ...dependencies,
      ...Object.fromEntries(copied.map((each) => [each, packages[`node_modules/${each}`].version])),
    },
  };
  const installed = Object.entries(packages).filter(
    ([path, { dev, peer, optional, devOptional }]) =>
      path &&
      ((!dev && !peer && !optional && !devOptional) ||
        copied.some((each) => path === `node_modules/${each}`)),
  );
  const folder = mkdtempSync(join(tmpdir(), 'lucka-release-'));
  try {
    const write = (/** @type {string} */ file, /** @type {unknown} */ value) =>
      writeFileSync(join(folder, file), JSON.stringify(value));
    write('package.json', project);
    write('package-lock.json', {
      ...lock,
      packages: { '': project, ...Object.fromEntries(installed) },
    });
    const parameters = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
    const bill = JSON.parse(run('npm', parameters, { cwd: folder }));
    delete bill.serialNumber;
    delete bill.metadata.timestamp;
    bill.metadata.component.name = name;
    return `${JSON.stringify(bill, null, 2)}\n`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} version */
function writeFiles(version) {
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', FOLDER]);
  const archive = join(FOLDER, `lucka-cdn-${version}.tar.gz`);
  execFileSync('sh', [
    '-c',
    `tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX --transform 's,^cdn,lucka-${version},' -cf - cdn | gzip -9n > ${archive}`,
  ]);
  writeFileSync(join(FOLDER, 'sbom.cdx.json'), billOfMaterials());
  copyFileSync('cdn/third-party-licences.txt', join(FOLDER, 'third-party-licences.txt'));
  copyFileSync('LICENSE', join(FOLDER, 'LICENSE'));
}

function writeChecksums() {
  const lines = readdirSync(FOLDER)
    .sort()
    .map(
      (file) =>
        `${createHash('sha256')
          .update(readFileSync(join(FOLDER, file)))
          .digest('hex')}  ${file}\n`,
    );
  writeFileSync(join(FOLDER, 'SHA256SUMS'), lines.join(''));
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
if (!readFileSync('CHANGELOG.md', 'utf8').includes(`\n## ${version}`)) {
  console.error(`CHANGELOG.md has no section "## ${version}": name what is under "Unreleased".`);
  process.exit(1);
}
run(process.execPath, ['tools/build.js'], { stdio: ['ignore', 'ignore', 'inherit'] });
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
writeFiles(version);
writeChecksums();
console.log(readFileSync(join(FOLDER, 'SHA256SUMS'), 'utf8'));
