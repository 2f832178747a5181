import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.js';
import { unprivileged } from './postgres.js';
import { until } from './until.js';

const program = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'].find((path) => existsSync(path));

/** Why there is no PgBouncer to test with; '' when there is. */
export const pgbouncerIsMissing = program ? '' : 'PgBouncer is missing: apt-get install pgbouncer';

/**
 * A private PgBouncer on a free port of 127.0.0.1. It runs each transaction on any of its connections
 * to PostgreSQL; settings of a connection remain for the next transaction.
 *
 * @param {object} options
 * @param {number} options.port of PostgreSQL
 * @param {'transaction' | 'session' | 'statement'} [options.mode]
 * @param {number} [options.connections] to PostgreSQL at the same time
 */
export async function startPgBouncer({ port, mode = 'transaction', connections = 3 }) {
  if (!program) throw new Error(pgbouncerIsMissing);
  const directory = await mkdtemp(join(tmpdir(), 'lucka-pgbouncer-'));
  await chmod(directory, 0o755);
  const ownPort = await freePort();
  const [settings, users] = ['pgbouncer.ini', 'users.txt'].map((name) => join(directory, name));
  await writeFile(users, '"lucka" ""\n');
  await writeFile(
    settings,
    `[databases]
* = host=127.0.0.1 port=${port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${ownPort}
unix_socket_dir =
auth_type = trust
auth_file = ${users}
pool_mode = ${mode}
default_pool_size = ${connections}
max_client_conn = 200
server_login_retry = 1
`,
  );
  const bouncer = spawn(program, [settings], { ...unprivileged(), stdio: 'ignore' });
  process.once('exit', () => bouncer.kill('SIGKILL'));
  /** @param {string} address of a database of the PostgreSQL behind */
  const addressOf = (address) => {
    const through = new URL(address);
    through.port = String(ownPort);
    return through.href;
  };
  await until(() => answers(addressOf('postgres://lucka@127.0.0.1/postgres')));
  return {
    addressOf,
    async stop() {
      const ended = once(bouncer, 'exit');
      bouncer.kill('SIGKILL');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** @param {string} address */
async function answers(address) {
  const client = new pg.Client(address);
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
