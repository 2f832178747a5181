import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.js';
import { until } from './until.js';

/** Where Debian and others keep the programs of PostgreSQL; the newest version wins. */
const programs = findPrograms();

/** Why there is no PostgreSQL to test with; '' when there is. */
export const postgresIsMissing = programs
  ? ''
  : 'PostgreSQL is missing: apt-get install postgresql';

/**
 * A private PostgreSQL on a free port of 127.0.0.1, with data of its own that go with it.
 *
 * @param {object} [options]
 * @param {boolean} [options.durable] flush each commit to disk, as a real one does; tests need not
 */
export async function startPostgres({ durable = false } = {}) {
  if (!programs) throw new Error(postgresIsMissing);
  const owner = unprivileged();
  const directory = await mkdtemp(join(tmpdir(), 'lucka-postgres-'));
  if (owner) await chown(directory, owner.uid, owner.gid);
  const run = { ...owner, cwd: directory };
  const cluster = join(directory, 'data');
  const layOut = [
    '-D',
    cluster,
    '-U',
    'lucka',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--no-locale',
    '--no-sync',
  ];
  execFileSync(join(programs, 'initdb'), layOut, { ...run, stdio: 'pipe' });

  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `fsync=${durable ? 'on' : 'off'}`,
  ];
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...run, stdio: 'ignore' },
  );
  process.once('exit', () => server.kill('SIGKILL'));
  const addressOf = (/** @type {string} */ database) =>
    `postgres://lucka@127.0.0.1:${port}/${database}`;
  await until(() => answers(addressOf('postgres')));
  let databases = 0;

  return {
    /** A new empty database. @returns {Promise<string>} its address */
    async createDatabase() {
      databases += 1;
      await query(addressOf('postgres'), `CREATE DATABASE lucka${databases}`);
      return addressOf(`lucka${databases}`);
    },
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startPostgres>>} Postgres */

/** @returns {string | undefined} */
function findPrograms() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

/** PostgreSQL refuses to run as root; then its package's own user is taken. */
function unprivileged() {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (/** @type {string} */ flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** @param {string} address @param {string} sql */
async function query(address, sql) {
  const client = new pg.Client(address);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** @param {string} address */
const answers = (address) =>
  query(address, 'SELECT 1').then(
    () => true,
    () => false,
  );
