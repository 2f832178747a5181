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
 * A private PostgreSQL on a free port of 127.0.0.1, whose data is deleted with it.
 *
 * @param {object} [options]
 * @param {boolean} [options.durable] flush each commit to disk, as in production; not needed in tests
 * @param {readonly string[]} [options.settings] such as `max_connections=12`
 * @param {number} [options.primary] port of another one, which this one follows as its standby
 */
export async function startPostgres({ durable = false, settings = [], primary } = {}) {
  if (!programs) throw new Error(postgresIsMissing);
  const owner = unprivileged();
  const directory = await mkdtemp(join(tmpdir(), 'lucka-postgres-'));
  if (owner) await chown(directory, owner.uid, owner.gid);
  const run = { ...owner, cwd: directory };
  const cluster = join(directory, 'data');
  const [layOut, ...choices] = primary ? copied(primary) : anew;
  execFileSync(join(programs, layOut), ['-D', cluster, '--no-sync', ...choices], {
    ...run,
    stdio: 'pipe',
  });

  const port = await freePort();
  const allSettings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `fsync=${durable ? 'on' : 'off'}`,
    ...settings,
  ];
  const program = join(programs, 'postgres');
  const launch = () =>
    spawn(
      program,
      ['-D', cluster, '-p', String(port), ...allSettings.flatMap((setting) => ['-c', setting])],
      { ...run, stdio: 'ignore' },
    );
  let server = launch();
  process.once('exit', () => server.kill('SIGKILL'));
  const addressOf = (/** @type {string} */ database) =>
    `postgres://lucka@127.0.0.1:${port}/${database}`;
  const isRunning = () => server.exitCode === null && server.signalCode === null;
  const ready = () =>
    until(() => {
      // After a kill the data is locked until the last process of the old server has ended.
      if (!isRunning()) server = launch();
      return answers(addressOf('postgres'));
    });
  await ready();
  let databases = 0;

  /** @param {NodeJS.Signals} signal */
  async function end(signal) {
    if (!isRunning()) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  }

  return {
    port,
    /** @param {string} [options] of `CREATE DATABASE` @returns {Promise<string>} its address */
    async createDatabase(options = '') {
      databases += 1;
      await query(addressOf('postgres'), `CREATE DATABASE lucka${databases} ${options}`);
      return addressOf(`lucka${databases}`);
    },
    /** Gives it a folder. @param {string} folder */
    own: (folder) => (owner ? chown(folder, owner.uid, owner.gid) : Promise.resolve()),
    /** One statement, by a connection of its own. @param {string} sql @returns {Promise<any[]>} */
    query: (sql) => query(addressOf('postgres'), sql),
    /**
     * @param {NodeJS.Signals} signal SIGINT: fast shutdown, SIGQUIT: immediate shutdown, SIGKILL: a
     *   crash
     */
    end,
    /** Starts it again with the same data. */
    async start() {
      server = launch();
      await ready();
    },
    async stop() {
      await end('SIGINT');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startPostgres>>} Postgres */

/** How to lay out an empty cluster. */
const anew = ['initdb', '-U', 'lucka', '-A', 'trust', '-E', 'UTF8', '--no-locale'];

/** How to lay out a standby. @param {number} port of its primary */
const copied = (port) => [
  'pg_basebackup',
  ...['-d', `host=127.0.0.1 port=${port} user=lucka application_name=standby`],
  ...['--write-recovery-conf', '--wal-method=stream', '--checkpoint=fast'],
];

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

/** PostgreSQL and PgBouncer refuse to run as root; then its package's own user is taken. */
export function unprivileged() {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (/** @type {string} */ flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** @param {string} address @param {string} sql @returns {Promise<any[]>} */
async function query(address, sql) {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 });
  // If the server ends during the statement, the statement fails too.
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

/** @param {string} address */
const answers = (address) =>
  query(address, 'SELECT 1').then(
    () => true,
    () => false,
  );
